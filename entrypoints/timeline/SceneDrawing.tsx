import type { Scene, Shape } from '../../core/timeline-scene';

/** A scene as an SVG that stands by itself: every event carries its title, and leads to its source. */
export function SceneDrawing({ scene, label, font }: { scene: Scene; label: string; font: string }) {
  const { width, height, ground, groups } = scene;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-family={font}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <rect width={width} height={height} fill={ground} />
      {groups.map(({ title, href, shapes }, at) => {
        const drawn = (
          <>
            {title !== undefined && <title>{title}</title>}
            {shapes.map((shape, n) => (
              <Drawn key={n} shape={shape} />
            ))}
          </>
        );
        return href === undefined ? (
          <g key={at}>{drawn}</g>
        ) : (
          <a key={at} href={href}>
            {drawn}
          </a>
        );
      })}
    </svg>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  if (shape.kind === 'line')
    return (
      <path
        d={shape.d}
        fill="none"
        stroke={shape.stroke}
        stroke-width={shape.width}
        stroke-dasharray={shape.isDashed ? '4 3' : undefined}
      />
    );
  if (shape.kind === 'text')
    return (
      <text
        x={shape.x}
        y={shape.y}
        font-size={shape.size}
        font-weight={shape.weight}
        text-anchor={shape.anchor}
        dominant-baseline="central"
        fill={shape.fill}
      >
        {shape.text}
      </text>
    );
  return (
    <rect
      x={shape.x}
      y={shape.y}
      width={shape.width}
      height={shape.height}
      rx={shape.radius}
      fill={shape.fill ?? 'none'}
      stroke={shape.stroke}
      stroke-width={shape.stroke ? 1.5 : undefined}
      opacity={shape.opacity}
    />
  );
}

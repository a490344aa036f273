import type { TimelineLayout } from '../core/lay-out-timeline';

/** What lies under the events: the seams where the scale changes, and the links of the chosen event, the steps of the path. The details say both in words. */
export function TimelineUnder({ layout, seams }: { layout: TimelineLayout; seams: readonly number[] }) {
  const { width, height, edges } = layout;
  return (
    <svg class="under" width={width} height={height} aria-hidden="true">
      <defs>
        {(['in', 'out', 'path'] as const).map((way) => (
          <marker key={way} id={`tip-${way}`} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path class={`tip ${way}`} d="M1 1l5 3-5 3" />
          </marker>
        ))}
      </defs>
      {seams.map((x) => (
        <path key={x} class="seam" d={`M${x - 1.5} 0v${height}M${x + 1.5} 0v${height}`} />
      ))}
      {edges.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          class={`edge ${edge.how} ${edge.way}`}
          data-from={edge.from}
          data-to={edge.to}
          marker-end={`url(#tip-${edge.way})`}
          d={edge.path}
        />
      ))}
    </svg>
  );
}

const paths = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM10.5 10.5 14 14',
  panel:
    'M3 2.5h10a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 12V4A1.5 1.5 0 0 1 3 2.5zM9.5 2.5v11M11.3 5.5h1.5M11.3 8h1.5',
  tab: 'M9.5 2.5h4v4M13.5 2.5 8 8M6.5 3.5h-4v10h10v-4',
  gear: 'M2 4.5h6m4 0h2M2 11.5h2m4 0h6M10 2.7a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6zM6 9.7a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z',
  minus: 'M4 8h8',
  plus: 'M4 8h8M8 4v8',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  path: 'M3.5 11a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3zM12.5 2a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3zM5 12.5h4.5a2.5 2.5 0 0 0 0-5h-3a2.5 2.5 0 0 1 0-5H11',
  turn: 'M4 2.5v11M2 11.5l2 2 2-2M12 13.5v-11M10 4.5l2-2 2 2',
  save: 'M8 2v8m-3-3 3 3 3-3M2.5 12.5h11',
  down: 'M8 3v10m-4-4 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
} as const;

/** A line drawing beside or in place of a word; the word itself is in the label of what holds it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

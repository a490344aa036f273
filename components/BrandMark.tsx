/** The whale and the product's name. */
export function BrandMark({ name }: { name: string }) {
  return (
    <span class="brand">
      <svg viewBox="8 14 108 108" aria-hidden="true">
        <path
          fill="currentColor"
          fill-rule="evenodd"
          transform="translate(0 6)"
          d="M112 76c0-18-14.5-31-33-31-16 0-24 10.5-32.5 14-6.5 2.6-10-2-10.5-9.6 6.8-1 12-6.6 12.3-15-7-.7-13.2 1.7-16.6 6.8-3.4-5.1-9.6-7.5-16.6-6.8.3 8.4 5.5 14 12.3 15C25.7 69.5 32 88 49 97c8.5 4.5 18.5 6.5 29 6.5 20 0 34-10.5 34-27.5z M91 66.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9z"
        />
        <circle cx="80" cy="30" r="8.5" fill="currentColor" />
      </svg>
      <b>{name}</b>
    </span>
  );
}

const PATHS = {
  send: "M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4",
  close: "M6 6l12 12 M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  reply: "M10 7 5 12l5 5 M5 12h9a5 5 0 0 1 5 5v1",
  edit: "M5 19l1-4L16 5l3 3L9 18z M14 7l3 3",
  remove: "M5 7h14 M10 7V5h4v2 M7 7l1 12h8l1-12",
  hash: "M9 4 7 20 M17 4l-2 16 M4 9h16 M3.5 15h16",
  lock: "M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  file: "M19 11.5l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L13 4.8a3 3 0 0 1 4.2 4.2l-7.6 7.6a1.4 1.4 0 0 1-2-2l6.9-6.9",
  down: "M12 5v14 M6 13l6 6 6-6",
} as const;

/** A line drawing in the colour of the text. Decoration: what it means stands beside it or in a label. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

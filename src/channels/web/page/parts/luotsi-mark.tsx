/** Luotsi's mark: a compass needle pointing out of the narrows. Decoration: the name always stands beside it. */
export function LuotsiMark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="11" class="mark-ground" />
      <circle cx="20" cy="20" r="12.5" class="mark-ring" />
      <path d="M28.3 11.7 22.7 22.7 17.3 17.3z" class="mark-north" />
      <path d="M11.7 28.3 17.3 17.3 22.7 22.7z" class="mark-south" />
      <circle cx="20" cy="20" r="1.7" class="mark-ground" />
    </svg>
  );
}

/** "2 Suunnattu"; a label that says its number itself, "2, Suunnattu", is not numbered twice. */
export function numbered(label: string, nth: number): string {
  return new RegExp(`^${nth}(?!\\d)`, "u").test(label) ? label : `${nth} ${label}`;
}

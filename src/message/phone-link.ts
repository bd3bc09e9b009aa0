/** The link that calls a number (RFC 3966), as people write it: "+358 (0)40 555 0123"; undefined where it is none. */
export function phoneLink(text: string): string | undefined {
  const written = text.replace(/\(0\)/gu, "");
  const digits = written.replace(/\D/gu, "");
  if (digits.length < 3 || digits.length > 15) return undefined;
  return `tel:${written.trim().startsWith("+") ? "+" : ""}${digits}`;
}

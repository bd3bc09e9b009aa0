const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/**
 * A business id as it is kept: "1234567-8", also where it was written as a VAT number (FI12345678) or a spreadsheet took its dash or its first zero.
 * Undefined for a Finnish one whose check digit does not fit (Verohallinto, Y-tunnus); ids of other countries stay as they are.
 */
export function readBusinessId(written: string): string | undefined {
  const text = written.replace(/\s/gu, "").toUpperCase();
  const [, whole = "", check] = /^(?:FI)?(\d{6,7})-?(\d)$/u.exec(text) ?? [];
  if (check === undefined) return text.length > 30 ? undefined : text;
  const digits = whole.padStart(7, "0");
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const rest = sum % 11;
  const isRight = rest !== 1 && Number(check) === (rest === 0 ? 0 : 11 - rest);
  return isRight ? `${digits}-${check}` : undefined;
}

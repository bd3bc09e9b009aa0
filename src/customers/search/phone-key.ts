const NUMBER = /\+?\d[\d\s()./–-]*\d/gu;
const LEAST_DIGITS = 5;

/** The numbers that stand in a text, each the same however it is spaced and whether it begins with +358, 00358 or 0. */
export function phoneKeys(text: string): readonly string[] {
  const numbers = text.split(/\s\/\s/u).flatMap((part) => part.match(NUMBER) ?? []);
  return numbers.flatMap((number) => {
    const digits = number.replace(/\D/gu, "");
    const key = digits.replace(/^(?:00)?3580?|^0/u, "");
    return key.length < LEAST_DIGITS ? [] : [key];
  });
}

/** The number that a text is, as such a key; undefined where it says anything else. */
export function wholePhone(text: string): string | undefined {
  return /^\s*\+?[\d\s()./–-]+$/u.test(text) ? phoneKeys(text)[0] : undefined;
}

/** How somebody is reached, as it stands with their name or role; "" where nothing does. */
export interface Reach {
  /** The text without it. */
  readonly rest: string;
  readonly phone: string;
  readonly email: string;
  /** What is meant for an email address and is none. */
  readonly faulty: string;
}

/** What has the form of an email address. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const MAIL_AT_END = /(?:^|[\s,;:])[<(]?([^\s<>(),;]*@[^\s<>(),;]*)[>)]?$/u;
const PHONE_AT_END = /(?:^|[\s,;:(])(?:(?:puh|p|tel|gsm|phone)[.:]{0,2}\s*)?(\+?\d[\d\s()–-]*\d)\)?$/iu;
/** A shorter number behind a word is no phone's. */
const LEAST_DIGITS = { alone: 5, behind: 6 } as const;

/** Takes phone and email off the end of what somebody is called: "Sari Virtanen 040 123 4567". */
export function takeReach(text: string): Reach {
  let reach: Reach = { rest: text.trim(), phone: "", email: "", faulty: "" };
  for (let more = true; more; ) {
    const next = taken(reach);
    more = next !== undefined;
    reach = next ?? reach;
  }
  return reach;
}

function taken(reach: Reach): Reach | undefined {
  const { rest: text } = reach;
  const mail = reach.email === "" && reach.faulty === "" ? MAIL_AT_END.exec(text) : null;
  if (mail) {
    const [, said = ""] = mail;
    return { ...reach, rest: before(text, mail.index), ...(EMAIL.test(said) ? { email: said } : { faulty: said }) };
  }
  const number = reach.phone === "" ? PHONE_AT_END.exec(text) : null;
  if (!number) return undefined;
  const [, phone = ""] = number;
  const rest = before(text, number.index);
  const isPhone = phone.replace(/\D/gu, "").length >= LEAST_DIGITS[rest === "" ? "alone" : "behind"];
  return isPhone ? { ...reach, rest, phone } : undefined;
}

function before(text: string, at: number): string {
  return text.slice(0, at).replace(/[\s,;:–(-]+$/u, "");
}

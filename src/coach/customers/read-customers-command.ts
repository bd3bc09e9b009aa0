import { type ContactCommand, readContactCommand } from "./contacts/read-contact-command.ts";
import { type RegisterCommand, readRegisterCommand } from "./register/read-register-command.ts";
import { readVisitCommand, type VisitCommand } from "./visits/read-visit-command.ts";

/** What a whole message asks about customers: each part of the room adds its own here. */
export type CustomersCommand =
  | { readonly kind: "contacts"; readonly about: ContactCommand }
  | { readonly kind: "register"; readonly about: RegisterCommand }
  | { readonly kind: "visit"; readonly about: VisitCommand }
  /** All customers in the value portfolio. */
  | { readonly kind: "portfolio" }
  /** The care plans of the company. */
  | { readonly kind: "plans" };

/** The name of the portfolio alone begins its flow. */
const PORTFOLIO = /^(?:näytä (?:koko )?(?:arvo)?salkku|show (?:me )?(?:the )?(?:whole )?portfolio)$/u;
/** The name of a care plan alone begins its flow. */
const PLANS = /^(?:näytä (?:kaikki )?hoitosuunnitelma(?:t)?|show (?:me )?(?:all )?(?:the )?care plans?)$/u;

/** Undefined when it is something else. Lines by which contacts are logged are read elsewhere, since whom they name must be looked up. */
export function readCustomersCommand(text: string): CustomersCommand | undefined {
  const said = tidy(text);
  if (PORTFOLIO.test(said)) return { kind: "portfolio" };
  if (PLANS.test(said)) return { kind: "plans" };
  const contacts = readContactCommand(said);
  if (contacts) return { kind: "contacts", about: contacts };
  const visit = readVisitCommand(said);
  if (visit) return { kind: "visit", about: visit };
  const register = readRegisterCommand(text, said);
  return register && { kind: "register", about: register };
}

const LONGEST = 300;

/** In small letters, without the coach's name and the punctuation at its end. */
function tidy(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*\/?luotsi[,:]?\s+/u, "")
    .replace(/[\s.!?]+$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

import type { Customer } from "../../../../customers/customer.ts";
import type { Span } from "../../../../message/message.ts";
import { shorten } from "../../../draw/shorten.ts";

const PERSON = 24;

/** Whom to ask for, and the whole number to tap: " Mika Virtanen, 040 555 0123". Empty where nobody is known. */
export function reachBy({ contactPersons }: Pick<Customer, "contactPersons">): readonly Span[] {
  const reached = contactPersons.find(({ phone }) => phone !== "") ?? contactPersons[0];
  if (!reached) return [];
  const named = ` ${shorten(reached.name, PERSON)}`;
  return reached.phone === "" ? [named] : [`${named}, `, { kind: "phone", text: reached.phone }];
}

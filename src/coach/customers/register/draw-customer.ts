import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { heading, messageOf, quiet } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import { cardButtons } from "./card/card-buttons.ts";
import { cardFacts } from "./card/card-facts.ts";
import { cardPart } from "./card/card-part.ts";
import type { KnownCustomer } from "./card/known-customer.ts";
import type { CardPart } from "./register-actions.ts";

const HEADING = 120;
const WHY = 200;

/** All that is said of one customer, with what can be done about it; `part` shows what is asked for seldom. */
export function drawCustomer(known: KnownCustomer, part: CardPart | undefined, listener: Listener): Message {
  const { language } = listener;
  const { name, kept, endedWhy } = known.customer;
  const ended = words(language)("customers.card.ended", { why: shorten(endedWhy, WHY) });
  return messageOf(language, [
    heading(shorten(name, HEADING)),
    kept ? undefined : quiet(ended.trim()),
    ...(part === undefined || part === "facts"
      ? [{ kind: "facts" as const, facts: cardFacts(known, listener) }]
      : cardPart(part, known, listener)),
    cardButtons(known, listener, part === "facts" ? undefined : part),
  ]);
}

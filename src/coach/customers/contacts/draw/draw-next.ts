import type { Message } from "../../../../message/message.ts";
import { words } from "../../../../text/text.ts";
import { choices, messageOf, paragraph, strong } from "../../../draw/compose.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { Listener } from "../../../scene.ts";
import type { OwedFacts } from "../owed/owed-facts.ts";
import type { LineReader } from "../owed/owed-line.ts";
import { standingNow } from "../owed/standing-now.ts";
import { nextWords } from "./draw-logged.ts";

const NAME = 60;

/** What became of a customer's next contact, and the way to take it back. */
export function drawNext(facts: OwedFacts, reader: Omit<LineReader, "in">, listener: Listener): Message {
  const { language } = listener;
  const standing = standingNow(facts, reader, listener);
  const told = standing?.words ?? nextWords(facts.customer, listener, reader.now);
  return messageOf(language, [
    paragraph([strong(shorten(facts.customer.name, NAME)), `: ${told ?? words(language)("contacts.noNext")}`]),
    choices(standing?.buttons() ?? []),
  ]);
}

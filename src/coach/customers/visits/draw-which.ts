import type { Customer } from "../../../customers/customer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { button, choices, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { Drawing } from "../load-customer-tell.ts";

const MOST_CHOICES = 5;
const CALLED = 60;

/** Asks which customer was meant; one alone is a guess. */
export function drawWhich(found: readonly Pick<Customer, "_id" | "name" | "town">[]): Drawing {
  return ({ language }) => {
    const [only, ...others] = found;
    if (!only) return undefined;
    const say = words(language);
    const asked =
      others.length === 0
        ? say("visits.meant", { name: shorten(only.name, CALLED) })
        : say(others.length === 1 ? "visits.which" : "visits.whichOf");
    return messageOf(language, [
      paragraph(asked),
      choices(
        found.slice(0, MOST_CHOICES).map(({ _id, name, town }) =>
          button(shorten(town === "" ? name : `${name} (${town})`, LIMITS.buttonLabel), {
            kind: "visit-begin",
            customer: _id,
          }),
        ),
      ),
      others.length >= MOST_CHOICES ? quiet(say("visits.whichMore")) : undefined,
    ]);
  };
}

export function drawNobody(called: string): Drawing {
  return ({ language }) => {
    const say = words(language);
    return messageOf(language, [
      paragraph(say("visits.nobody", { called: shorten(called, CALLED) })),
      choices([button(say("visits.button.add"), { kind: "register-new" }, { opensForm: true })]),
    ]);
  };
}

export function drawHowToVisit({ language }: Listener): Message {
  return messageOf(language, [paragraph(words(language)("visits.how"))]);
}

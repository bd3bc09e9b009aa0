import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import type { Directory } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { button, choices, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import { type Called, calledApart } from "../called-apart.ts";
import type { Drawing } from "../load-customer-tell.ts";

const MOST_CHOICES = 5;
const CALLED = 60;

/** Asks which customer was meant; one alone is a guess. */
export function drawWhich(found: readonly Called[], directory: Directory, at?: string): Drawing {
  return ({ language }) => {
    const [only, ...others] = found;
    if (!only) return undefined;
    const say = words(language);
    const labels = calledApart(found, { directory, language, length: LIMITS.buttonLabel });
    const asked =
      others.length === 0
        ? say("visits.meant", { name: shorten(only.name, CALLED) })
        : say(others.length === 1 ? "visits.which" : "visits.whichOf");
    return messageOf(language, [
      paragraph(asked),
      choices(
        found
          .slice(0, MOST_CHOICES)
          .map(({ _id, name }, nth) =>
            button(labels[nth] ?? name, { kind: "visit-begin", customer: _id, ...(at === undefined ? {} : { at }) }),
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

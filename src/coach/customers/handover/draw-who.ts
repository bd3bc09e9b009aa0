import { LIMITS } from "../../../message/limits.ts";
import type { Directory } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { button, choices, messageOf, paragraph } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import { colleaguesOf } from "../../settings/settings-form.ts";
import type { Drawing } from "../load-customer-tell.ts";

/** The settings' form and "sijainen Jari" take anybody. */
const MOST_NAMES = 5;

/** Asks who stands in: salespeople first, for they know customers. */
export function drawWho(directory: Directory): Drawing {
  return ({ language, person }) => {
    if (!person) return undefined;
    const say = words(language);
    const isSales = (roles: readonly string[]) => (roles.includes("salesperson") ? 0 : 1);
    const colleagues = colleaguesOf(directory, person._id).toSorted((a, b) => isSales(a.roles) - isSales(b.roles));
    return messageOf(language, [
      paragraph(say("handover.who")),
      choices([
        ...colleagues
          .slice(0, MOST_NAMES)
          .map(({ _id, name }) => button(shorten(name, LIMITS.buttonLabel), { kind: "handover-to", person: _id })),
        button(say("handover.button.nobody"), { kind: "handover-to", person: null }),
      ]),
    ]);
  };
}

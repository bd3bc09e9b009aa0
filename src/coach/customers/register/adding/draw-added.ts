import { LIMITS } from "../../../../message/limits.ts";
import type { Message } from "../../../../message/message.ts";
import { type Say, words } from "../../../../text/text.ts";
import { button, choices, messageOf, paragraph, quiet } from "../../../draw/compose.ts";
import { shorten, withoutStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import type { RegisterTellOf } from "../register-tells.ts";

const NAME = 40;
const LINE = 60;

/** Asks for customers; where there are none it says so first. */
export function drawAsk(isEmpty: boolean, { language }: Listener): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(isEmpty ? `${say("customers.askEmpty")} ${say("customers.ask")}` : say("customers.ask")),
    quiet(say("customers.askMore")),
    choices([
      button(say("customers.button.addSeveral"), { kind: "register-several" }, { opensForm: true }),
      button(say("customers.button.add"), { kind: "register-new" }, { opensForm: true }),
    ]),
  ]);
}

/** Asks whether a line is a customer's name. */
export function drawDoubted({ line }: RegisterTellOf<"register-doubted">, { language }: Listener): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("customers.askLine", { line: shorten(line, LIMITS.messageText / 2) })),
    choices([
      button(say("customers.button.add"), { kind: "register-add-line", line }),
      button(say("customers.button.addSeveral"), { kind: "register-several" }, { opensForm: true }),
    ]),
  ]);
}

/** What was added, when it shows for the first time, and the way to take it back. */
export function drawAdded(
  { once, added, count, known, card, held, unread }: RegisterTellOf<"register-added">,
  { firstOn, now }: { readonly firstOn: string | undefined; readonly now: number },
  listener: Listener,
): Message {
  const { language } = listener;
  const say = words(language);
  const first =
    firstOn === undefined || count === 0
      ? ""
      : say("customers.added.first", { day: withoutStop(day(firstOn, listener, now)) });
  return messageOf(language, [
    paragraph(count === 0 ? undefined : `${addedWords(added, count, say)} ${first}`.trim()),
    paragraph(
      known.length === 0
        ? undefined
        : say("customers.added.known", { count: known.length, names: named(known, known.length, say) }),
    ),
    paragraph(
      unread.length === 0
        ? undefined
        : say("customers.added.unread", { lines: unread.map((line) => `”${shorten(line, LINE)}”`).join(", ") }),
    ),
    choices([
      card === undefined ? undefined : button(say("customers.button.card"), { kind: "customer-card", customer: card }),
      held === undefined
        ? undefined
        : button(say("customers.button.addApart"), { kind: "register-add-apart", once, lines: held }),
      button(say("customers.button.mine"), {
        kind: "register-list",
        of: { person: listener.person?._id },
        page: 0,
        anew: true,
      }),
      count === 0 ? undefined : button(say("customers.button.undo"), { kind: "register-undo", once }),
    ]),
  ]);
}

function addedWords(added: readonly string[], count: number, say: Say): string {
  const [only = ""] = added;
  return count === 1
    ? say("customers.added.one", { name: nameOf(only) })
    : say("customers.added.several", { count, names: named(added, count, say) });
}

/** Cut without a sign, as it may end a sentence. */
function nameOf(name: string): string {
  return withoutStop(shorten(name, NAME).replace(/…$/u, ""));
}

/** As many names as fit a message, and how many more there are. */
function named(names: readonly string[], total: number, say: Say): string {
  const shown: string[] = [];
  let length = 0;
  for (const name of names.map(nameOf)) {
    if (length + name.length > LIMITS.messageText / 3.5) break;
    shown.push(name);
    length += name.length + 2;
  }
  const more = total - shown.length;
  return more > 0 ? `${shown.join(", ")} ${say("customers.added.more", { count: more })}` : shown.join(", ");
}

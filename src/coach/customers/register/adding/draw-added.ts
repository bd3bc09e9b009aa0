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
  { once, added, count, known, card, held, doubled, unread }: RegisterTellOf<"register-added">,
  { firstOn, now }: { readonly firstOn: string | undefined; readonly now: number },
  listener: Listener,
): Message {
  const { language } = listener;
  const say = words(language);
  const first =
    firstOn === undefined || count === 0 ? "" : say("adding.first", { day: withoutStop(day(firstOn, listener, now)) });
  const parts = [added, known, doubled, unread].filter(({ length }) => length > 0).length;
  const listed = (texts: readonly string[], total = texts.length) =>
    listedIn(LIMITS.messageText / (parts + 2), texts, total, say);
  const names = (all: readonly string[]) => listed(all.map(nameOf));
  const quoted = unread.map((line) => `”${shorten(line, LINE)}”`);
  const [only = ""] = added;
  const told =
    count === 1
      ? say("adding.one", { name: nameOf(only) })
      : say("adding.several", { count, names: listed(added.map(nameOf), count) });
  return messageOf(language, [
    paragraph(count === 0 ? undefined : `${told} ${first}`.trim()),
    paragraph(known.length === 0 ? undefined : say("adding.known", { count: known.length, names: names(known) })),
    paragraph(doubled.length === 0 ? undefined : say("adding.doubled", { names: names(doubled) })),
    paragraph(unread.length === 0 ? undefined : say("adding.unread", { lines: listed(quoted) })),
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

/** Cut without a sign, as it may end a sentence. */
function nameOf(name: string): string {
  return withoutStop(shorten(name, NAME).replace(/…$/u, ""));
}

/** As many as there is room for, and how many more there are. */
function listedIn(room: number, texts: readonly string[], total: number, say: Say): string {
  const shown: string[] = [];
  let length = 0;
  for (const text of texts) {
    if (shown.length > 0 && length + text.length > room) break;
    shown.push(text);
    length += text.length + 2;
  }
  const more = total - shown.length;
  return more > 0 ? `${shown.join(", ")} ${say("adding.more", { count: more })}` : shown.join(", ");
}

import type { Customer } from "../../../../customers/customer.ts";
import { LIMITS } from "../../../../message/limits.ts";
import type { Message } from "../../../../message/message.ts";
import type { Directory } from "../../../../people/directory.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { button, choices, messageOf, paragraph, strong } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten, withStop } from "../../../draw/shorten.ts";
import type { Listener } from "../../../scene.ts";
import { type Called, calledApart } from "../../called-apart.ts";
import type { ContactTellOf } from "../contact-tells.ts";
import { type WaitingLine, waitingLine } from "../line/waiting-line.ts";
import { nextWords } from "./draw-logged.ts";

const CALLED = 40;
const NAME = 60;

/** Which of these customers was meant; a single one is only guessed. */
export function drawWhich(
  tell: ContactTellOf<"contact-which">,
  found: readonly Called[],
  directory: Directory,
  language: Language,
): Message {
  const say = words(language);
  const labels = calledApart(found, { directory, language, length: LIMITS.buttonLabel });
  const { called } = tell;
  const alone = found.length === 1 ? found[0] : undefined;
  const said = shorten(called, CALLED);
  return messageOf(language, [
    paragraph(
      alone
        ? say("contacts.which.one", { called: said, name: shorten(alone.name, NAME) })
        : say("contacts.which.several", { called: said }),
    ),
    choices([
      ...found.map(({ _id, name }, nth) =>
        button(labels[nth] ?? name, { kind: "contact-line", customer: _id, ...waitingLine(tell) }),
      ),
      otherCustomer(tell, say),
    ]),
  ]);
}

/** Nobody is called so: a new customer, or one that is there under another name. */
export function drawStranger(tell: ContactTellOf<"contact-stranger">, language: Language): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("contacts.which.none", { called: shorten(tell.called, CALLED) })),
    choices([otherCustomer(tell, say, "contacts.button.whoIsIt")]),
  ]);
}

/** A contact, or the answer to the question above? */
export function drawContactOrAnswer(
  { answer, ...line }: ContactTellOf<"contact-or-answer">,
  { name }: Pick<Called, "name">,
  language: Language,
): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("contacts.which.orAnswer", { name: shorten(name, NAME) })),
    choices([
      button(say("contacts.button.log"), { kind: "contact-line-read", ...waitingLine(line) }),
      button(say("contacts.button.answer"), { kind: "meant", ...answer, nth: 0 }),
    ]),
  ]);
}

/** Somebody has handed a customer over. */
export function drawHanded(
  { by }: ContactTellOf<"contact-handed">,
  { customer, directory, now }: { readonly customer: Customer; readonly directory: Directory; readonly now: number },
  listener: Listener,
): Message {
  const { language } = listener;
  const say = words(language);
  const next = nextWords(customer, listener, now);
  return messageOf(language, [
    paragraph([
      `${say("contacts.handed", { name: personName(directory, by, language) })} `,
      strong(withStop(shorten(customer.name, NAME))),
      ` ${next ?? ""}`.trimEnd(),
    ]),
    choices([
      button(say("contacts.button.card"), { kind: "customer-card", customer: customer._id }),
      button(
        say("contacts.button.hand"),
        { kind: "contact-next-form", form: "hand", customer: customer._id },
        { opensForm: true },
      ),
    ]),
  ]);
}

function otherCustomer(
  { called, ...line }: WaitingLine & { readonly called: string },
  say: Say,
  key: "contacts.button.other" | "contacts.button.whoIsIt" = "contacts.button.other",
) {
  return button(say(key), { kind: "contact-line-form", called, ...waitingLine(line) }, { opensForm: true });
}

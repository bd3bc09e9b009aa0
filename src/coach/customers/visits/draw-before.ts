import { showTime } from "../../../calendar/show-date.ts";
import type { Customer } from "../../../customers/customer.ts";
import type { Briefing } from "../../../customers/visits/briefing.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Directory } from "../../../people/directory.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, strong } from "../../draw/compose.ts";
import { capital } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import { meansWord, measureWords, promiseWords } from "../contacts/draw/contact-words.ts";
import { salePlanWords } from "../contacts/draw/sale-plan-words.ts";
import type { Drawing } from "../load-customer-tell.ts";

interface Before {
  readonly customer: Customer;
  /** When the visit begins, where that was said: "13:00". */
  readonly at?: string | undefined;
  readonly briefing: Briefing;
  readonly directory: Directory;
  readonly now: number;
}

/** ", klo 13.30" */
const TIME = 12;
const MOST_OPEN = 2;
const LINE = 90;
const HALF = 60;
const PLAN = 200;

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Before the door: at most five lines, read in a car park. What nobody has said is no line. */
export function drawBefore({ customer, at, briefing, directory, now }: Before): Drawing {
  return (listener) => {
    const { language } = listener;
    const say = words(language);
    const facts: readonly (Fact | undefined)[] = [
      promiseLine(briefing, listener, now, say),
      openLine(briefing, listener, now, say),
      phaseLine(briefing, say),
      planLine(briefing, directory, listener, now) ?? mapLine(briefing, say),
    ];
    const whom = [customer.name, customer.town].filter((part) => part !== "").join(", ");
    const when = at === undefined ? [] : [showTime(at, language)];
    return messageOf(language, [
      heading([shorten(whom, LIMITS.heading - TIME), ...when].join(", ")),
      { kind: "facts", facts: facts.filter((fact) => fact !== undefined) },
      paragraph([strong(`${say("visits.ask")}:`), ` ${say(`visits.card.${briefing.card}`)}`]),
      choices([button(say("contacts.button.card"), { kind: "customer-card", customer: customer._id })]),
    ]);
  };
}

/** What was promised last; where nothing was, the last contact. */
function promiseLine({ promise, last }: Briefing, listener: Listener, now: number, say: Say): Fact {
  if (promise)
    return {
      label: say("visits.promised", { day: day(promise.on, listener, now) }),
      value: shorten(promiseWords(promise, listener, now), LINE),
    };
  if (!last) return { label: say("visits.lastNever"), value: say("visits.never") };
  const means = meansWord(say, last.means);
  const value = last.notes === "" ? means : `${means}, ”${shorten(last.notes, HALF)}”`;
  return { label: say("visits.last", { day: day(last.on, listener, now) }), value };
}

function openLine({ open }: Briefing, listener: Listener, now: number, say: Say): Fact {
  const shown = open
    .slice(0, MOST_OPEN)
    .map(({ what, on }) => measureWords({ what: shorten(what, HALF), on }, listener, now));
  const more = open.length > MOST_OPEN ? [say("visits.more", { count: open.length - MOST_OPEN })] : [];
  return {
    label: say("visits.open"),
    value: shown.length === 0 ? say("visits.openNone") : [...shown, ...more].join(", "),
  };
}

function phaseLine({ lifecycle, state }: Briefing, say: Say): Fact | undefined {
  const parts = [
    lifecycle ? say(`visits.phases.${lifecycle}`) : undefined,
    state ? say(`flows.will.state.${state}`).toLowerCase() : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { label: say("visits.phase"), value: capital(parts.join(", ")) };
}

/** What a sales plan means to do says their need too. */
function planLine({ plan }: Briefing, directory: Directory, listener: Listener, now: number): Fact | undefined {
  if (!plan) return undefined;
  const value = shorten(salePlanWords(plan, directory, listener, now), PLAN);
  return { label: words(listener.language)("history.planned"), value };
}

function mapLine({ map }: Briefing, say: Say): Fact | undefined {
  if (!map) return undefined;
  const value = say("visits.problemAnswer", { problem: shorten(map.problem, HALF), answer: shorten(map.answer, HALF) });
  return { label: say("visits.problem"), value };
}

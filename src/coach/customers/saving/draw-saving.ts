import { keyOf } from "../../../customers/effects/preview.ts";
import { formatDate } from "../../../flow/wording/format.ts";
import type { Block, Message } from "../../../message/message.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { personName, roundName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { date } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import { hasFormula } from "./draw-formula.ts";
import { drawLoads } from "./draw-loads.ts";
import { drawMoves } from "./draw-moves.ts";
import type { SavingView } from "./load-saving.ts";
import { planName, planSays } from "./plan-says.ts";

const MOST_NAMES = 12;
const MOST_LINES = 12;
const NAME = 60;
const WHAT = 160;

/** What would change in the register, before it is saved; or that it is saved as it stands. */
export function drawSaving(view: SavingView, listener: Listener): Message {
  const { scene, saved, isSaved, changes } = view;
  const { language } = listener;
  const say = words(language);
  const of = scene.round._id;
  const how = hasFormula(view) ? button(say("flows.button.how"), { kind: "saving-how", of }) : undefined;
  const worth = scene.flow.saves.includes("customer-worth");
  const name = roundName(scene, language);
  if (isSaved && saved) {
    const by = personName(scene.directory, saved.by, language);
    return messageOf(language, [
      heading(say("flows.saved.title", { flow: name })),
      paragraph(say("flows.saved.by", { person: by, date: date(saved.savedAt, listener) })),
      quiet(say("flows.saved.changeable")),
      choices([how, worth ? button(say("flows.button.portfolio"), { kind: "saving-portfolio" }) : undefined]),
    ]);
  }
  return messageOf(language, [
    heading(say(saved ? "flows.again.title" : "flows.before.title", { flow: name })),
    ...drawCustomers(view, say),
    ...drawContacts(view, say, language),
    ...drawMoves(view, language),
    ...(changes.plans.length > 0 ? drawPlans(view, say) : []),
    ...drawLoads(view, language),
    quiet(say(scene.round.mode === "own" ? "flows.before.own" : "flows.before.team")),
    choices([button(say("flows.button.save"), { kind: "saving-save", of }, { primary: true }), how]),
  ]);
}

function drawCustomers({ preview, scene }: SavingView, say: Say): (Block | undefined)[] {
  const { added, changed } = preview;
  const names = (all: readonly string[]) => {
    const left = all.length - MOST_NAMES;
    const shown = all.slice(0, MOST_NAMES).map((name) => shorten(name, NAME).replace(/…$/u, ""));
    return left > 0 ? say("flows.andMore", { names: shown.join(", "), count: left }) : listed(say, shown);
  };
  const whose = scene.round.mode === "own" ? "flows.before.addedOwn" : "flows.before.addedTeam";
  return [
    added.length === 0 ? undefined : paragraph(say(whose, { names: names(added) })),
    changed.length === 0
      ? undefined
      : paragraph(say("flows.before.changed", { names: names(changed.map(({ name }) => name)) })),
  ];
}

function drawContacts({ changes }: SavingView, say: Say, language: Listener["language"]): (Block | undefined)[] {
  const { contacts } = changes;
  if (contacts.length === 0) return [];
  const facts = contacts.slice(0, MOST_LINES).map(({ kind, on, customer, purpose, outcome }) => ({
    label: formatDate(on, language),
    value: say(`flows.before.${kind}`, {
      customer: shorten(customer.name, NAME),
      what: shorten(purpose || outcome, WHAT),
    }).replace(/[\s:]+$/u, ""),
  }));
  return [{ kind: "facts", facts }];
}

function drawPlans({ changes, preview }: SavingView, say: Say): (Block | undefined)[] {
  const facts = changes.plans.map((plan) => ({
    label: planName(plan, say),
    value: say("flows.plan.says", {
      says: planSays(plan.care, say),
      customers: say("flows.plan.customers", { count: preview.meant.get(keyOf(plan)) ?? 0 }),
    }),
  }));
  return [{ kind: "facts", facts }];
}

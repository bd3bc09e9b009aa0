import { areInOrder } from "../../../customers/classes/score.ts";
import { formatDate } from "../../../flow/wording/format.ts";
import type { Block, Message } from "../../../message/message.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { personName, roundName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { date } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import { drawChanged } from "./draw-changed.ts";
import { hasFormula } from "./draw-formula.ts";
import { drawLoads } from "./draw-loads.ts";
import { drawRules } from "./draw-rules.ts";
import type { SavingView } from "./load-saving.ts";
import { drawPlans } from "./plans/draw-plans.ts";

const MOST_NAMES = 12;
const MOST_LINES = 12;
const MOST_GIVEN = 3;
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
  const cared = scene.flow.saves.includes("care-plans");
  const name = roundName(scene, language);
  if (isSaved && saved) {
    const by = personName(scene.directory, saved.by, language);
    return messageOf(language, [
      heading(say("flows.saved.title", { flow: name })),
      paragraph(say("flows.saved.by", { person: by, date: date(saved.savedAt, listener) })),
      quiet(say("flows.saved.changeable")),
      choices([
        how,
        worth ? button(say("flows.button.portfolio"), { kind: "saving-portfolio" }) : undefined,
        cared ? button(say("flows.button.plans"), { kind: "saving-plans" }) : undefined,
      ]),
    ]);
  }
  const title = heading(say(saved ? "flows.again.title" : "flows.before.title", { flow: name }));
  const rules = changes.rules ? drawRules(view, language) : [];
  // Limits that cross are mended in the answers: until then nobody's class is worth showing, and nothing to be saved.
  if (!areInOrder(view.after.rules.thresholds))
    return messageOf(language, [title, ...rules, paragraph(say("flows.thresholds")), choices([how])]);
  return messageOf(language, [
    title,
    drawAdded(view, say),
    ...drawContacts(view, say, language),
    ...rules,
    ...drawChanged(view, language),
    drawGiven(view, say),
    ...drawPlans(view, language),
    ...drawLoads(view, language),
    quiet(say(scene.round.mode === "own" ? "flows.before.own" : "flows.before.team")),
    choices([button(say("flows.button.save"), { kind: "saving-save", of }, { primary: true }), how]),
  ]);
}

function drawAdded({ preview: { added }, scene }: SavingView, say: Say): Block | undefined {
  if (added.length === 0) return undefined;
  const left = added.length - MOST_NAMES;
  const shown = added.slice(0, MOST_NAMES).map((name) => shorten(name, NAME).replace(/…$/u, ""));
  const names = left > 0 ? say("flows.andMore", { names: shown.join(", "), count: left }) : listed(say, shown);
  return paragraph(say(scene.round.mode === "own" ? "flows.before.addedOwn" : "flows.before.addedTeam", { names }));
}

/** A class by hand goes before the scores, whatever the result of the flow says. */
function drawGiven({ preview: { given } }: SavingView, say: Say): Block | undefined {
  if (given.length === 0) return undefined;
  const one = ({ name, ...classes }: (typeof given)[number]) =>
    say("flows.changes.givenOne", { name: shorten(name, NAME), ...classes });
  const shown = given.slice(0, MOST_GIVEN).map(one).join(", ");
  const left = given.length - MOST_GIVEN;
  const names = left > 0 ? say("flows.andMore", { names: shown, count: left }) : shown;
  return paragraph(say("flows.changes.given", { names }));
}

function drawContacts({ changes }: SavingView, say: Say, language: Listener["language"]): (Block | undefined)[] {
  const { contacts } = changes;
  if (contacts.length === 0) return [];
  const facts = contacts
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .slice(0, MOST_LINES)
    .map(({ kind, on, customer, purpose, outcome }) => ({
      label: formatDate(on, language),
      value: say(`flows.before.${kind}`, {
        customer: shorten(customer.name, NAME),
        what: shorten(purpose || outcome, WHAT),
      }).replace(/[\s:]+$/u, ""),
    }));
  return [{ kind: "facts", facts }];
}

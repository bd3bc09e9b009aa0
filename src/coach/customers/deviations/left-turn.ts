import { HOME, type Outcome } from "../../../channels/channel.ts";
import { refreshHomes } from "../../../conversations/refresh-homes.ts";
import { sayPrivately } from "../../../conversations/say-privately.ts";
import { changeCustomer } from "../../../customers/change-customer.ts";
import { type Customer, classSchema } from "../../../customers/customer.ts";
import { edit } from "../../../customers/decide.ts";
import { handPlans } from "../../../customers/plans/hand-plans.ts";
import { readRulebook } from "../../../customers/rulebook.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Directory } from "../../../people/directory.ts";
import type { Person } from "../../../people/records.ts";
import { type Say, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { converse, plan } from "../../converse.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import { one } from "../../form-values.ts";
import { messageOf } from "../../plan/tap-action.ts";
import type { Tap } from "../../turn.ts";
import type { DeviationButtonOf } from "./deviation-actions.ts";
import { idOf } from "./left-section.ts";
import { leftBehind, letKey, mayHandOver, newOwners } from "./who-left.ts";

const MOST_PEOPLE = 99;
const AT_ONCE = 100;
const ALL = "all";
const NO_CLASS = "none";

interface Handing {
  readonly directory: Directory;
  readonly left: Person;
  readonly customers: readonly Customer[];
}

/** All of somebody's customers, by one tap. */
export async function handOver(turn: Tap, { from, to }: DeviationButtonOf<"left-hand">): Promise<Outcome> {
  const found = await handing(turn, from);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const receiver = newOwners(found.directory, found.left).find(({ _id }) => _id === to);
  if (!receiver) return { kind: "taken", notice: turn.say("turn.oldButton") };
  return give(turn, found, receiver, { customers: found.customers, message: messageOf(turn) });
}

export async function openHandForm(turn: Tap, { from }: DeviationButtonOf<"left-form">): Promise<Outcome> {
  const found = await handing(turn, from);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { say } = turn;
  const message = messageOf(turn);
  return {
    kind: "form",
    form: {
      title: say("deviations.form.hand"),
      intro: personName(found.directory, from, turn.person.language),
      fields: [
        {
          kind: "pick",
          id: "to",
          label: say("deviations.form.to"),
          options: newOwners(found.directory, found.left)
            .slice(0, MOST_PEOPLE)
            .map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) })),
        },
        {
          kind: "pick",
          id: "which",
          label: say("deviations.form.which"),
          options: groupsOf(found.customers, say),
          value: ALL,
        },
      ],
      submit: say("deviations.form.submitHand"),
      action: actionText({
        kind: "left-save",
        from,
        ...(message === undefined || message === HOME ? {} : { message }),
      }),
    },
  };
}

export async function saveHandForm(turn: Tap, { from, message }: DeviationButtonOf<"left-save">): Promise<Outcome> {
  const found = await handing(turn, from);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const values = turn.incoming.values ?? {};
  const receiver = newOwners(found.directory, found.left).find(({ _id }) => _id === one(values.to));
  if (!receiver) return { kind: "mistakes", mistakes: { to: turn.say("deviations.left.chooseOne") } };
  const which = one(values.which) || ALL;
  const customers = found.customers.filter((customer) => which === ALL || (customer.class ?? NO_CLASS) === which);
  if (customers.length === 0) return { kind: "mistakes", mistakes: { which: turn.say("deviations.left.chooseOne") } };
  return give(turn, found, receiver, { customers, message });
}

/** This manager is asked about them no more. */
export async function letThem(turn: Tap, { from }: DeviationButtonOf<"left-let">): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const known = turn.directory.people.get(from);
  const message = messageOf(turn);
  const redraw =
    known && message !== undefined && message !== HOME
      ? [{ place, how: { kind: "edit", message }, tell: { kind: "week", message, line: idOf(known) } } as const]
      : [];
  const outcome = await plan(turn, place, redraw, { told: [letKey(from)] });
  return outcome.kind === "taken" ? { kind: "taken", notice: turn.say("deviations.left.let") } : outcome;
}

/** Roles are read afresh. */
async function handing(turn: Tap, from: string): Promise<Handing | { readonly notice: string }> {
  const directory = await turn.ports.directories.fresh(turn.incoming.company);
  const [me, left] = [directory.people.get(turn.person._id), directory.people.get(from)];
  if (!me || !mayHandOver(directory, me)) return { notice: turn.say("deviations.coverage.notReader") };
  const found = left && (await leftBehind(turn.ports, left));
  return left && found && found.customers.length > 0
    ? { directory, left, customers: found.customers }
    : { notice: turn.say("deviations.left.none") };
}

/** The customers change hands, their new keeper hears of it once, and the line of the weekly message says it in its place. */
async function give(
  turn: Tap,
  { directory, left }: Handing,
  receiver: Person,
  { customers, message }: { readonly customers: readonly Customer[]; readonly message: string | undefined },
): Promise<Outcome> {
  const { ports, person, event, say } = turn;
  const book = await readRulebook(ports.store, directory.company);
  const hand = async (before: Customer): Promise<void> => {
    const handing = { customer: before, from: [left._id], to: receiver._id, by: person._id };
    await handPlans(ports.store, book, handing, event);
    await changeCustomer(ports.store, { id: before._id, book, by: person._id }, event, (customer) =>
      customer.person === left._id ? edit(customer, { person: receiver._id }) : { declined: "unchanged" },
    );
  };
  const count = customers.length;
  for (let from = 0; from < count - 1; from += AT_ONCE)
    await Promise.all(customers.slice(from, Math.min(from + AT_ONCE, count - 1)).map(hand));
  // Before the last one: while nobody was told, somebody whom a kill cut short finds one still to be handed over.
  if (receiver._id !== person._id) {
    const { language } = receiver;
    const text = words(language)("deviations.left.toYou", {
      count,
      by: personName(directory, person._id, language),
      from: personName(directory, left._id, language),
    });
    const once = { ...event, id: `${event.id}:handed` };
    await sayPrivately(ports, { company: left.company, person: receiver._id }, { kind: "sentence", text }, once);
  }
  await Promise.all(customers.slice(-1).map(hand));
  ports.registers.forget(left.company);
  await refreshHomes(ports, [receiver._id], event);
  const text = say("deviations.left.handed", { count, name: personName(directory, receiver._id, person.language) });
  const place = { kind: "private", person: person._id } as const;
  if (message === undefined || message === HOME) return converse(turn, [{ kind: "sentence", text }], { place });
  const redraw = { place, how: { kind: "edit", message }, tell: { kind: "week", message, line: idOf(left) } } as const;
  const outcome = await plan(turn, place, [redraw], { told: [] });
  return outcome.kind === "taken" ? { kind: "taken", notice: text } : outcome;
}

function groupsOf(customers: readonly Customer[], say: Say) {
  const count = (of: Customer["class"]) => customers.filter((customer) => customer.class === of).length;
  return [
    { value: ALL, label: say("deviations.form.all", { count: customers.length }) },
    ...classSchema.options
      .filter((of) => count(of) > 0)
      .map((of) => ({ value: of, label: say("deviations.form.classOf", { class: of, count: count(of) }) })),
    ...(count(null) > 0 ? [{ value: NO_CLASS, label: say("deviations.form.noClass", { count: count(null) }) }] : []),
  ];
}

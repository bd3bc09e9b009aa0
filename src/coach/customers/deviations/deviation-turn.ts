import { closedDays, nextOpenDay } from "../../../calendar/closed-days.ts";
import { addDays } from "../../../calendar/iso-date.ts";
import { HOME, type Outcome } from "../../../channels/channel.ts";
import { decideOn } from "../../../customers/deviations/decision.ts";
import type { Deviation } from "../../../customers/deviations/deviation.ts";
import { readDate } from "../../../flow/reading/read-plain.ts";
import type { Form } from "../../../message/form.ts";
import { LIMITS } from "../../../message/limits.ts";
import { isMember, teamsOf } from "../../../people/directory.ts";
import { LONGEST } from "../../../plan/action.ts";
import { addAction, NO_CONTENT } from "../../../plan/add-action.ts";
import { actionText } from "../../action.ts";
import { converse, plan } from "../../converse.ts";
import { capital } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { one } from "../../form-values.ts";
import { messageOf, todayOf } from "../../plan/tap-action.ts";
import type { Tap } from "../../turn.ts";
import { keptCustomer } from "../visits/kept-customer.ts";
import type { DeviationButton, DeviationButtonOf } from "./deviation-actions.ts";
import { handOver, letThem, openHandForm, saveHandForm } from "./left-turn.ts";
import { openDeviation } from "./read-deviations.ts";

/** An action is due so soon unless somebody says otherwise. */
const USUAL_DAYS = 7;
const LATEST_DAYS = 366;
const NAME = 80;
const LONGEST_WHY = 200;

export function deviationTap(turn: Tap, button: DeviationButton): Promise<Outcome> {
  switch (button.kind) {
    case "deviation-form":
      return openForm(turn, button);
    case "deviation-save":
      return save(turn, button);
    case "deviation-list":
      return converse(turn, [{ kind: "deviation-list" }], { place: { kind: "private", person: turn.person._id } });
    case "left-hand":
      return handOver(turn, button);
    case "left-form":
      return openHandForm(turn, button);
    case "left-save":
      return saveHandForm(turn, button);
    case "left-let":
      return letThem(turn, button);
    default:
      return button satisfies never;
  }
}

async function openForm(turn: Tap, button: DeviationButtonOf<"deviation-form">): Promise<Outcome> {
  const deviation = await deviationIn(turn, button);
  if (!deviation) return { kind: "taken", notice: turn.say("deviations.gone") };
  const teams = teamsOf(turn.directory, turn.person._id);
  if (button.form === "action" && teams.length === 0) return { kind: "taken", notice: turn.say("deviations.noTeam") };
  return {
    kind: "form",
    form: button.form === "action" ? actionForm(turn, button, deviation) : leaveForm(turn, button),
  };
}

function actionForm(turn: Tap, button: DeviationButtonOf<"deviation-form">, { what, customer }: Deviation): Form {
  const { say, person, directory } = turn;
  const teams = teamsOf(directory, person._id);
  const name = shorten(customer.name, NAME);
  const isClosed = closedDays(directory.company.closedWeeks);
  return {
    title: say("deviations.form.action"),
    fields: [
      {
        kind: "text",
        id: "what",
        label: say("deviations.form.what"),
        maxLength: LONGEST.what,
        value: shorten(say(`deviations.action.${what.kind}`, { name }), LONGEST.what),
      },
      {
        kind: "date",
        id: "due",
        label: say("deviations.form.due"),
        value: nextOpenDay(addDays(todayOf(turn), USUAL_DAYS), isClosed),
      },
      ...(teams.length > 1
        ? [
            {
              kind: "pick" as const,
              id: "team",
              label: say("deviations.form.team"),
              options: teams.map((team) => ({ value: team._id, label: shorten(team.name, LIMITS.optionLabel) })),
              value: teams[0]?._id ?? "",
            },
          ]
        : []),
    ],
    submit: say("deviations.form.save"),
    action: submitOf(turn, button),
  };
}

function leaveForm(turn: Tap, button: DeviationButtonOf<"deviation-form">): Form {
  const { say } = turn;
  return {
    title: say("deviations.form.leave"),
    fields: [{ kind: "text", id: "why", label: say("deviations.form.why"), maxLength: LONGEST_WHY }],
    submit: say("deviations.form.save"),
    action: submitOf(turn, button),
  };
}

function submitOf(turn: Tap, { form, customer, deviation }: DeviationButtonOf<"deviation-form">): string {
  const message = messageOf(turn);
  const where = message === undefined || message === HOME ? {} : { message };
  return actionText({ kind: "deviation-save", form, customer, deviation, ...where });
}

async function save(turn: Tap, button: DeviationButtonOf<"deviation-save">): Promise<Outcome> {
  const deviation = await deviationIn(turn, button);
  if (!deviation) return { kind: "taken", notice: turn.say("deviations.gone") };
  return button.form === "action" ? saveAction(turn, button, deviation) : saveLeft(turn, button);
}

async function saveAction(
  turn: Tap,
  button: DeviationButtonOf<"deviation-save">,
  deviation: Deviation,
): Promise<Outcome> {
  const { say, ports, person, event, directory } = turn;
  const values = turn.incoming.values ?? {};
  const what = one(values.what).replace(/\s+/gu, " ").trim().slice(0, LONGEST.what);
  if (what === "") return { kind: "mistakes", mistakes: { what: say("deviations.form.whatMissing") } };
  const today = todayOf(turn);
  const due = readDate(one(values.due), {
    today,
    language: person.language,
    earliest: today,
    latest: addDays(today, LATEST_DAYS),
  });
  if (!due.ok) return { kind: "mistakes", mistakes: { due: due.reason } };
  const team = one(values.team) || (teamsOf(directory, person._id)[0]?._id ?? "");
  if (!isMember(directory, team, person._id)) return { kind: "mistakes", mistakes: { team: say("plan.refused.team") } };
  const action = `deviation/${deviation.id}`;
  await addAction(
    ports.store,
    {
      id: action,
      company: person.company,
      team,
      origin: { kind: "form" },
      content: { ...NO_CONTENT, what, due: { kind: "day", on: due.value } },
      owners: [person._id],
      by: person._id,
    },
    event,
  );
  return decide(turn, button, { did: "action", what, action });
}

function saveLeft(turn: Tap, button: DeviationButtonOf<"deviation-save">): Promise<Outcome> {
  const why = one(turn.incoming.values?.why).replace(/\s+/gu, " ").trim().slice(0, LONGEST_WHY);
  if (why === "")
    return Promise.resolve({ kind: "mistakes", mistakes: { why: turn.say("deviations.form.whyMissing") } });
  return decide(turn, button, { did: "left", what: why, action: null });
}

/** Notes the decision; the line of the weekly message says it in its place. */
async function decide(
  turn: Tap,
  { customer, deviation, message }: DeviationButtonOf<"deviation-save">,
  decided: { readonly did: "action" | "left"; readonly what: string; readonly action: string | null },
): Promise<Outcome> {
  const { ports, person, event } = turn;
  const made = { _id: deviation, company: person.company, customer, by: person._id, at: event.now };
  await decideOn(ports.store, { ...made, ...decided });
  const place = { kind: "private", person: person._id } as const;
  const text = capital(turn.say(`deviations.decided.${decided.did}`, { what: decided.what }));
  if (message === undefined) return converse(turn, [{ kind: "sentence", text }], { place });
  // The line may stand on as one of the contacts that are owed: what was decided is told beside it.
  const edit = { place, how: { kind: "edit", message }, tell: { kind: "week", message, line: customer } } as const;
  const outcome = await plan(turn, place, [edit], { told: [] });
  return outcome.kind === "taken" ? { kind: "taken", notice: text } : outcome;
}

/** What is still to be decided, for whoever is in charge, stands in or leads: of one's own company. */
async function deviationIn(
  turn: Tap,
  { customer: id, deviation }: { readonly customer: string; readonly deviation: string },
): Promise<Deviation | undefined> {
  const customer = await keptCustomer(turn, id);
  return customer && openDeviation(turn.ports, turn.directory, { customer, id: deviation, now: turn.event.now });
}

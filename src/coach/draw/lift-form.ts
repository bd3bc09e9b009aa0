import { assessedSteps, levelIn } from "../../assessment/assessed-step.ts";
import { likelyLift, MOST_LIFTED, supportFor } from "../../assessment/lift.ts";
import { closedForTeam } from "../../cadence/closed-for.ts";
import { nextOpenDay } from "../../calendar/closed-days.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { lookAgainDate } from "../../calendar/round-times.ts";
import { addWorkingDays } from "../../calendar/working-day.ts";
import type { Form } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { presentIn } from "../../people/directory.ts";
import { words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import type { Listener, Scene } from "../scene.ts";
import { shorten } from "./shorten.ts";

/** The first deed is due within ten working days (CONTENT, year-plan); a week is offered. */
const DUE_WORKING_DAYS = 5;
/** The lead's longest deed, so that the summary stays three lines. */
export const LONGEST_DEED = 300;

/** What is lifted, who does what first by when, when the team looks again (fields lift, deed, owner, due, lookAgain); opened again, as it stands. */
export function liftForm({ round, flow, directory, team, now }: Scene, { language, timeZone }: Listener): Form {
  const say = words(language);
  const { plan } = round;
  const today = isoDateIn(now, timeZone);
  const isClosed = closedForTeam(directory, team._id);
  const here = presentIn(directory, team._id);
  const owner = plan?.owner ?? round.facilitator;
  return {
    title: say("round.form.lift"),
    fields: [
      {
        kind: "pick-many",
        id: "lift",
        label: say("round.form.liftSteps"),
        ...(plan ? {} : { hint: say("round.form.liftHint") }),
        options: assessedSteps(flow).map((step) => {
          const count = supportFor(round, step.id);
          const named = {
            title: step.title[language],
            level: levelIn(step, round.agreed[step.id]?.value) ?? "–",
          };
          const label =
            count === 0 ? say("round.form.liftStep", named) : say("round.form.liftStepCount", { ...named, count });
          return { value: step.id, label: shorten(label, LIMITS.optionLabel) };
        }),
        values: likelyLift(round, flow).map(({ id }) => id),
        max: MOST_LIFTED,
      },
      {
        kind: "text",
        id: "deed",
        label: say("round.form.deed"),
        hint: say("round.form.deedHint"),
        maxLength: LONGEST_DEED,
        ...(plan ? { value: plan.deed } : {}),
      },
      {
        kind: "pick",
        id: "owner",
        label: say("round.form.owner"),
        options: here.map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) })),
        ...(here.some(({ _id }) => _id === owner) ? { value: owner } : {}),
      },
      {
        kind: "date",
        id: "due",
        label: say("round.form.due"),
        value: plan?.due ?? nextOpenDay(addWorkingDays(today, DUE_WORKING_DAYS), isClosed),
      },
      {
        kind: "date",
        id: "lookAgain",
        label: say("round.form.lookAgain"),
        value: plan?.lookAgain ?? lookAgainDate(today, isClosed),
      },
    ],
    submit: say("round.form.liftSubmit"),
    action: actionText({ kind: "save-lift", round: round._id }),
  };
}

import type { FormValues } from "../../src/message/form.ts";
import { type Response, responseId, responses } from "../../src/rounds/response.ts";
import { type Round, rounds } from "../../src/rounds/round.ts";
import { channel, type Journey, optionsOf, privately } from "./journey.ts";

export const TEAM = channel("koneet");
export const ROUND = "koneet:digital-maturity:1";
export const PLAN: FormValues = {
  lift: ["data-management"],
  deed: "Listaa nykyiset rekisterit",
  owner: "satu",
  due: "2026-12-11",
  lookAgain: "2027-03-15",
};

/** Someone starts the maturity round of a team from its channel and confirms the form. */
export async function starts(journey: Journey, facilitator = "satu", values: FormValues = {}, team = "koneet") {
  const place = channel(team);
  await journey.says(facilitator, "Aloita digikypsyys", { in: place });
  const form = await journey.opensForm(facilitator, "Aloita kierros", place);
  return journey.submits(facilitator, form, values, place);
}

/** Someone answers in their private chat, "2 3 3 2 2 2": one typed level a question, "-" for "can't say". */
export async function answers(journey: Journey, person: string, levels: string, team = "koneet"): Promise<void> {
  await journey.taps(person, "Vastaa", channel(team));
  for (const level of levels.split(" ")) await journey.says(person, level === "-" ? "en osaa sanoa" : level);
}

/** The facilitator closes the round and leads the talk until every level is fixed as it is offered. */
export async function closesAndAgrees(journey: Journey, facilitator = "satu"): Promise<void> {
  await journey.closes(facilitator);
  if (journey.offers(facilitator, "Hyväksy nämä yhdessä")) await journey.taps(facilitator, "Hyväksy nämä yhdessä");
  while (journey.offers(facilitator, "Puhuttu")) {
    await journey.taps(facilitator, "Puhuttu");
    const fix = optionsOf(journey.last(privately(facilitator)).message).find(({ label }) =>
      label.startsWith("Kirjaa "),
    );
    await journey.taps(facilitator, fix?.label ?? "2");
  }
}

/** The facilitator writes down what is lifted: the summary goes to the channel. */
export async function lifts(journey: Journey, values: FormValues = {}, facilitator = "satu") {
  const form = await journey.opensForm(facilitator, "Valitse nostettavat");
  return journey.submits(facilitator, form, { ...PLAN, ...values });
}

/** The whole of a first round, down to its summary: five people, one mind on strategy, apart on customer data. */
export async function finishesRound(journey: Journey): Promise<void> {
  await starts(journey);
  await answers(journey, "satu", "2 3 3 2 2 2");
  await answers(journey, "jari", "2 2 3 4 2 3");
  await answers(journey, "pekka", "2 2 3 1 2 3");
  await answers(journey, "marja", "2 3 3 4 2 3");
  await answers(journey, "priya", "2 3 3 2 2 2");
  await closesAndAgrees(journey);
  await lifts(journey);
}

export async function roundOf(journey: Journey, id = ROUND): Promise<Round> {
  const round = await journey.store.get(rounds, id);
  if (!round) throw new Error(`No round ${id}`);
  return round;
}

export async function responseOf(journey: Journey, person: string | null, round = ROUND): Promise<Response> {
  const response = await journey.store.get(responses, responseId(round, person));
  if (!response) throw new Error(`${person} has no response in ${round}`);
  return response;
}

/** What stands as someone's levels: "2 3 3", "-" for "can't say". */
export async function levelsOf(journey: Journey, person: string, round = ROUND): Promise<string> {
  const { answers: standing } = await responseOf(journey, person, round);
  const levels = Object.values(standing).map(({ value }) => (value.kind === "level" ? value.level : "-"));
  return levels.join(" ");
}

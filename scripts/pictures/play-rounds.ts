import { AtChat, type Spot } from "./at-chat.ts";

const TEAM = "playground-koneet";
export const CHANNEL: Spot = { room: `channel:${TEAM}` };

/** Six levels a person, in the order of the questions. */
const OTHERS = [
  ["jari", "2 2 3 2 3 3"],
  ["pekka", "2 1 3 1 3 3"],
  ["timo", "2 4 3 2 2 3"],
  ["marja", "2 4 3 3 3 3"],
] as const;
const SATU = ["2", "taso 2", "määritetty", "kakkonen kai", "3", "kolme"];

/** The people of the playground who take part. */
export function peopleAt(address: string) {
  const person = (id: string) => new AtChat(address, `playground-${id}`);
  return {
    marja: person("marja"),
    satu: person("satu"),
    jari: person("jari"),
    pekka: person("pekka"),
    timo: person("timo"),
  };
}
type People = ReturnType<typeof peopleAt>;

/** Satu starts digital maturity in her team's channel, and is asked the first question. */
export async function startMaturity({ satu }: People): Promise<void> {
  await satu.say(CHANNEL, "Aloita digikypsyys");
  await satu.fill(CHANNEL, "Aloita kierros");
  await satu.tap(CHANNEL, "Vastaa");
  await satu.message(satu.ownChat, "1/6");
}

/** She goes on to the fourth question; the others answer everything. */
export async function answerMost(people: People): Promise<void> {
  const { satu } = people;
  await type(satu, SATU.slice(0, 3), 0);
  for (const [id, levels] of OTHERS) {
    const person = people[id];
    await person.tap(CHANNEL, "Vastaa");
    await type(person, levels.split(" "), 0);
    await person.message(person.ownChat, "Kaikkiin kohtiin on vastattu");
  }
  await satu.message(CHANNEL, "4/7 vastannut");
}

/** Satu answers the rest, enters the hands of the workshop and closes the round. */
export async function close({ satu }: People): Promise<void> {
  await type(satu, SATU.slice(3), 3);
  await satu.message(satu.ownChat, "Kaikkiin kohtiin on vastattu");
  await satu.fill(satu.ownChat, "Kirjaa viittaukset", { Asiakastieto: "1 1 0 0 0" });
  await satu.tap(satu.ownChat, "Sulje nyt");
  await satu.message(CHANNEL, "on suljettu");
}

/** What all see alike is accepted, and the first topic is talked through. */
export async function beginTalk({ satu }: People): Promise<void> {
  await satu.tap(satu.ownChat, "Hyväksy nämä yhdessä");
  await satu.tap(satu.ownChat, "Puhuttu");
  await satu.message(satu.ownChat, "Puhuttu. ");
}

/** What is left is talked through and fixed, the team says what it would lift, and Satu publishes the summary. Gives the round's thread. */
export async function agreeAndLift({ satu, jari, pekka, timo }: People): Promise<Spot> {
  await satu.tap(satu.ownChat, "Kirjaa 2");
  await satu.tap(satu.ownChat, "Puhuttu");
  await satu.tap(satu.ownChat, "Kirjaa 2");
  await satu.tap(satu.ownChat, "Puhuttu");
  await satu.tap(satu.ownChat, "Kirjaa 3");
  for (const person of [jari, pekka, timo]) await person.tap(CHANNEL, "4 Asiakastieto");
  await satu.fill(satu.ownChat, "Valitse nostettavat", {
    Nostettavat: ["Asiakastieto"],
    "Mitä tehdään ensin": "Listaa nykyiset asiakasrekisterit",
    "Kuka tekee": "Satu",
  });
  await satu.message(CHANNEL, "Ensimmäinen teko");
  const { startsThread } = await satu.message(CHANNEL, "Kierros on valmis");
  const thread = { ...CHANNEL, thread: startsThread };
  await satu.message(thread, "Muutos");
  return thread;
}

/** Next level as far as two joined proposals for its first question: has anyone anything to add? Gives its thread. */
export async function nextLevel({ satu, jari, pekka }: People): Promise<Spot> {
  await satu.say(CHANNEL, "aloita seuraava taso");
  await satu.fill(CHANNEL, "Aloita kierros");
  const { startsThread } = await satu.message(CHANNEL, "Vastataan yhdessä tämän viestin alla");
  const thread = { ...CHANNEL, thread: startsThread };
  await satu.message(thread, "Kirjoita ehdotus");
  await jari.say(thread, "Yksi rekisteri, johon jokainen kirjaa puhelunsa");
  await pekka.say(thread, "Vanhat taulukot vain luettaviksi");
  await satu.message(thread, "Vanhat taulukot vain");
  await satu.fill(thread, "Otetaan", { "Mitkä ehdotukset": ["Jari", "Pekka"] });
  await satu.message(thread, "Onko jollain muuta?");
  return thread;
}

/** Types answers, each once its question stands there: what is typed earlier is asked about, not taken. */
async function type(person: AtChat, texts: readonly string[], answered: number): Promise<void> {
  for (const [index, text] of texts.entries()) {
    await person.message(person.ownChat, `${answered + index + 1}/6`);
    await person.say(person.ownChat, text);
  }
}

import { expect, test } from "vitest";
import { arriveInstallation, arrivePerson } from "../../src/people/arrive.ts";
import { arriveTeam, joinTeam } from "../../src/people/arrive-team.ts";
import { createDirectories, membersOf } from "../../src/people/directory.ts";
import { accounts, people, type Team } from "../../src/people/records.ts";
import { responseId, responses } from "../../src/rounds/response.ts";
import { rounds } from "../../src/rounds/round.ts";
import { Journey, privately } from "../support/journey.ts";
import { starts } from "../support/maturity-round.ts";
import { beginsOwn, reflects } from "../support/reflection.ts";
import { COMPANY } from "../support/sample-company.ts";

const finnish = { language: "fi", timeZone: "Europe/Helsinki" } as const;
const admins = {
  satu: { name: "Satu Virtanen", roles: ["admin", "member"], teams: ["koneet"] },
  jari: { name: "Jari Lahtinen", teams: ["koneet"] },
} as const;

/** A Teams tenant with a channel, and Jari and Liisa in it; Liisa installed it. */
async function tenant(journey: Journey) {
  const ports = { store: journey.store, directories: createDirectories(journey.store, () => 0) };
  const installation = await arriveInstallation(ports, { platform: "web", tenant: "X", name: "Firma", ...finnish });
  const come = async (user: string, name: string, admin: boolean) =>
    (await arrivePerson(ports, { installation, user, name, admin, ...finnish })).person._id;
  const [liisa, jari] = [await come("1", "Liisa Niemi", true), await come("2", "Jari Lahtinen", false)];
  const team = await arriveTeam(ports, { installation, channel: "19:x", name: "Koneet", ...finnish });
  await joinTeam(ports, team, [liisa, jari]);
  return { installation, liisa, jari, team, company: installation.company };
}

async function codeFrom(journey: Journey): Promise<string> {
  await journey.says("satu", "liitoskoodi");
  const [code = ""] = /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(journey.last(privately("satu")).message.text) ?? [];
  return code;
}

async function saysElsewhere(journey: Journey, company: string, person: string, text: string) {
  const base = { ...journey.base(person, privately(person)), company };
  await journey.receive({ ...base, kind: "said", text, message: base.eventId, addressed: true });
  return journey.last(privately(person)).message.text;
}

test("a tenant joins the company by the admin's code, once, and its people and channel come along", async () => {
  const journey = await Journey.begin({ people: admins });
  const { liisa, jari, team, company } = await tenant(journey);
  expect(await saysElsewhere(journey, company, liisa, "liity AAAA-BBBB")).toContain("Tämä koodi ei kelpaa");
  const code = await codeFrom(journey);
  expect(await saysElsewhere(journey, company, liisa, `liity ${code.toLowerCase()}`)).toContain("Firma Oy");
  const directory = await createDirectories(journey.store, () => 0).of(COMPANY);
  expect(membersOf(directory, team._id).map(({ _id }) => _id)).toEqual(expect.arrayContaining([liisa, jari]));
  expect(directory.people.get(liisa)?.roles).toContain("admin");
  // The conversation goes on where it was.
  expect(await saysElsewhere(journey, COMPANY, liisa, "moi")).not.toBe("");
  const other = await arriveInstallation(
    { store: journey.store, directories: createDirectories(journey.store, () => 0) },
    { platform: "web", tenant: "Y", name: "Muu", ...finnish },
  );
  const { person } = await arrivePerson(
    { store: journey.store, directories: createDirectories(journey.store, () => 0) },
    { installation: other, user: "9", name: "Muu", admin: true, ...finnish },
  );
  expect(await saysElsewhere(journey, other.company, person._id, `liity ${code}`)).toContain("Tämä koodi ei kelpaa");
  await journey.end();
});

test("a code is good for a day, and only an admin gets one", async () => {
  const journey = await Journey.begin({ people: admins });
  const { liisa, company } = await tenant(journey);
  await journey.says("jari", "liitoskoodi");
  expect(journey.last(privately("jari")).message.text).toBe("Tämän tekee ylläpitäjä: Satu Virtanen.");
  const code = await codeFrom(journey);
  journey.now += 25 * 60 * 60 * 1000;
  expect(await saysElsewhere(journey, company, liisa, `liity ${code}`)).toContain("vanhentunut");
  await journey.end();
});

test("a channel joins a team on another platform, and two accounts become one person whose newer answers count", async () => {
  const journey = await Journey.begin({ people: admins });
  const joined = await tenant(journey);
  await saysElsewhere(journey, joined.company, joined.liisa, `liity ${await codeFrom(journey)}`);
  const place = { kind: "channel", team: joined.team._id } as const;
  await journey.says(joined.liisa, "liitä tiimiin #koneet", { in: place, addressed: true });
  const directories = createDirectories(journey.store, () => 0);
  const directory = await directories.of(COMPANY);
  expect(journey.last({ kind: "channel", team: "koneet" }).message.text).toBe(
    "Tämä kanava kuuluu nyt tiimiin koneet. Mukaan tuli 2 henkilöä.",
  );
  const koneet: Team | undefined = directory.teams.get("koneet");
  expect(koneet?.channels.map(({ installation }) => installation)).toEqual(["web/firma", joined.installation._id]);
  const members = membersOf(directory, "koneet").map(({ _id }) => _id);
  expect(members.toSorted()).toEqual(["satu", "jari", joined.liisa, joined.jari].toSorted());

  await starts(journey);
  const [round] = await journey.store.find(rounds, { name: "ofTeam", equals: { company: COMPANY, team: "koneet" } });
  const id = round?._id ?? "";
  await beginsOwn(journey, joined.jari);
  await reflects(journey, joined.jari);
  await journey.taps("jari", "Vastaa", { kind: "channel", team: "koneet" });
  await journey.says("jari", "2");
  await journey.taps(joined.jari, "Vastaa", { kind: "channel", team: "koneet" });
  await journey.says(joined.jari, "4");

  await journey.says("satu", "yhdistä henkilöt");
  const form = await journey.opensForm("satu", "Yhdistä henkilöt");
  const pick = form.fields.find((field) => field.kind === "pick" && field.id === "kept");
  expect(["jari", joined.jari]).toContain(pick?.kind === "pick" && pick.value);
  await journey.submits("satu", form, { kept: "jari", other: joined.jari, prefers: "web" });
  expect(journey.last(privately("satu")).message.text).toBe(
    "Yhdistetty. Jari Lahtinen on nyt yksi henkilö, ja viestit tulevat tänne: Web.",
  );
  expect(await journey.store.get(accounts, `${joined.installation._id}/2`)).toMatchObject({ person: "jari" });
  expect(await journey.store.get(people, "jari")).toMatchObject({ prefers: "web" });
  expect(await journey.store.get(people, joined.jari)).toMatchObject({ joinedInto: "jari" });
  const response = await journey.store.get(responses, responseId(id, "jari"));
  const [answer] = Object.values(response?.answers ?? {});
  expect(answer).toMatchObject({
    value: { kind: "level", level: 4 },
    history: [{ value: { kind: "level", level: 2 } }],
  });
  expect(await journey.store.get(responses, responseId(id, joined.jari))).toBeUndefined();
  expect((await journey.store.get(rounds, id))?.invited).not.toContain(joined.jari);
  // What they recorded for themselves comes along too.
  await journey.says("jari", "vastaukseni");
  await journey.taps("jari", "Reflektointi");
  expect(journey.sees("jari")).toContain("Asiakas tulee ensin");
  await journey.end();
});

test("a company that has rounds of its own is never merged", async () => {
  const journey = await Journey.begin({ people: admins });
  const { liisa, company } = await tenant(journey);
  await starts(journey);
  const code = await codeFrom(journey);
  // The other way round: the company that holds data asks to join the empty one.
  const directories = createDirectories(journey.store, () => 0);
  expect((await directories.of(company)).people.has(liisa)).toBe(true);
  await saysElsewhere(journey, company, liisa, "liitoskoodi");
  const [own = ""] = /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(journey.last(privately(liisa)).message.text) ?? [];
  expect(own).not.toBe(code);
  await journey.says("satu", `liity ${own}`);
  expect(journey.last(privately("satu")).message.text).toContain("Täällä on jo omia kierroksia");
  await journey.end();
});

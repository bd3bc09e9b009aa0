import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { collections } from "../../src/collections.ts";
import { type ArrivalPorts, arriveInstallation, arrivePerson, removeInstallation } from "../../src/people/arrive.ts";
import { arriveTeam, joinTeam, leaveTeam } from "../../src/people/arrive-team.ts";
import { createDirectories, isMember } from "../../src/people/directory.ts";
import { installations, people } from "../../src/people/records.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";

const finnish = { language: "fi", timeZone: "Europe/Helsinki" } as const;
const workspace = { platform: "slack", tenant: "T1", name: "Konepaja", ...finnish } as const;
let folder: string;
let store: Store;
let ports: ArrivalPorts;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "luotsi-people-"));
  store = await openEmbeddedStore({ folder, collections });
  ports = { store, directories: createDirectories(store, () => 0) };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test("an installation that arrives twice at once is one, with one company", async () => {
  const [one, other] = await Promise.all([arriveInstallation(ports, workspace), arriveInstallation(ports, workspace)]);
  expect(one).toEqual(other);
  expect((await ports.directories.of(one.company)).company.name).toBe("Konepaja");
});

test("an installation that was taken off comes back with all that it had", async () => {
  const installation = await arriveInstallation(ports, workspace);
  await removeInstallation(ports, installation._id, 5);
  expect(await store.get(installations, installation._id)).toMatchObject({ removedAt: 5 });
  expect(await arriveInstallation(ports, workspace)).toEqual(installation);
  expect(await store.get(installations, installation._id)).toEqual(installation);
});

test("a person who arrives twice at once is one; later profiles are taken over, but not over what the person chose", async () => {
  const installation = await arriveInstallation(ports, workspace);
  const satu = { installation, user: "U1", name: "Satu", admin: false, ...finnish };
  const [one, other] = await Promise.all([arrivePerson(ports, satu), arrivePerson(ports, satu)]);
  expect(one.person).toEqual(other.person);
  await store.change(people, one.person._id, { set: { language: "en", chosen: ["language"] } });
  const later = await arrivePerson(ports, { ...satu, name: "Satu V.", timeZone: "Europe/Stockholm" });
  expect(later.person).toMatchObject({ name: "Satu V.", language: "en", timeZone: "Europe/Stockholm" });
});

test("where the platform knows its admins they are admins; where it does not, the company's first person is", async () => {
  const slack = await arriveInstallation(ports, workspace);
  const teams = await arriveInstallation(ports, { ...workspace, platform: "teams", tenant: "X" });
  const come = async (installation: typeof slack, user: string, admin: boolean | "if-first") =>
    (await arrivePerson(ports, { installation, user, name: user, admin, ...finnish })).person.roles;
  expect(await come(slack, "U1", false)).toEqual(["member"]);
  expect(await come(slack, "U2", true)).toEqual(["admin", "member"]);
  expect(await come(slack, "U1", true)).toEqual(["member", "admin"]);
  expect(await come(teams, "1", "if-first")).toEqual(["admin", "member"]);
  expect(await come(teams, "2", "if-first")).toEqual(["member"]);
  expect(await come(teams, "1", "if-first")).toEqual(["admin", "member"]);
});

test("a conversation that becomes known later stands on the account", async () => {
  const installation = await arriveInstallation(ports, workspace);
  const satu = { installation, user: "U1", name: "Satu", admin: false, ...finnish };
  await arrivePerson(ports, satu);
  const { account } = await arrivePerson(ports, { ...satu, conversation: "D1" });
  expect(account.conversation).toBe("D1");
});

test("a channel's team is found again, people join and leave it", async () => {
  const installation = await arriveInstallation(ports, workspace);
  const channel = { installation, channel: "C1", name: "koneet", ...finnish };
  const [team, same] = await Promise.all([arriveTeam(ports, channel), arriveTeam(ports, channel)]);
  expect(same._id).toBe(team._id);
  await joinTeam(ports, team, ["p1", "p2"]);
  await leaveTeam(ports, team, ["p2"]);
  const directory = await ports.directories.of(installation.company);
  expect(["p1", "p2"].map((person) => isMember(directory, team._id, person))).toEqual([true, false]);
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackInstallations } from "../../../../src/channels/slack/installations/stored-installation.ts";
import { accounts, installations, people } from "../../../../src/people/records.ts";
import { InstallingWorld, installed } from "./installing-world.ts";

let world: InstallingWorld;
beforeEach(async () => {
  world = await InstallingWorld.begin();
});
afterEach(() => world.end());

describe("a workspace that installs Luotsi", () => {
  it("has its token kept sealed, its company, and its installer as an admin with a name", async () => {
    const sending = world.sending();
    expect(await sending.installations.install(installed)).toBe("slack/T1");
    expect(await sending.installations.botOf("slack/T1")).toEqual({
      token: "xoxb-1-secret",
      botUser: "UBOT",
      bot: "B1",
      tenant: "T1",
    });
    const stored = await world.store.get(slackInstallations, "slack/T1");
    expect(JSON.stringify(stored)).not.toContain("xoxb");
    const account = await world.store.get(accounts, "slack/T1/U1");
    expect(await world.store.get(people, account?.person ?? "")).toMatchObject({
      name: "Satu Virtanen",
      roles: ["admin", "member"],
    });
    expect(JSON.stringify(world.logged)).not.toContain("xoxb");
  });

  it("is installed even when Slack does not tell who the installer is", async () => {
    world.slack.fault("users.info", { kind: "error", error: "missing_scope" });
    await world.sending().installations.install(installed);
    const account = await world.store.get(accounts, "slack/T1/U1");
    expect((await world.store.get(people, account?.person ?? ""))?.roles).toContain("admin");
  });

  it("calls Slack with the newest token after it is installed again", async () => {
    const sending = world.sending();
    await sending.installations.install(installed);
    await sending.installations.install({ ...installed, token: "xoxb-2-secret" });
    await sending.api.call("slack/T1", "auth.test", {});
    expect(world.slack.calls.at(-1)?.token).toBe("xoxb-2-secret");
  });

  it("is forgotten when it takes Luotsi away: no token, nothing sent; and is back when it installs again", async () => {
    const sending = world.sending();
    await sending.installations.install(installed);
    world.now += 1_000;
    for (let twice = 0; twice < 2; twice += 1) await sending.installations.remove("T1");
    expect(await world.store.get(slackInstallations, "slack/T1")).toBeUndefined();
    expect((await world.store.get(installations, "slack/T1"))?.removedAt).toBe(world.now);
    await expect(sending.api.call("slack/T1", "auth.test", {})).rejects.toThrow("not_installed");
    await sending.installations.install(installed);
    expect((await world.store.get(installations, "slack/T1"))?.removedAt).toBeUndefined();
    await sending.api.call("slack/T1", "auth.test", {});
  });

  it("stays when the word that it was taken away is older than its newest installation", async () => {
    const { installations: all } = world.sending();
    await all.install(installed);
    await all.remove("T1", world.now - 1_000);
    expect(await all.botOf("slack/T1")).toBeDefined();
  });

  it("is said to be closed off when the key of its token is gone, and nothing breaks", async () => {
    await world.sending().installations.install(installed);
    const other = world.sending({ tokenKeys: [Buffer.alloc(32, 9)] });
    expect(await other.installations.botOf("slack/T1")).toBeUndefined();
    expect(world.logged.at(-1)).toMatchObject({
      level: "error",
      text: expect.stringContaining("TOKEN_ENCRYPTION_KEY"),
    });
  });

  it("is refused where there is no key to keep its token with", async () => {
    await expect(world.sending({ tokenKeys: [] }).installations.install(installed)).rejects.toThrow(
      "TOKEN_ENCRYPTION_KEY",
    );
  });
});

describe("the workspace of SLACK_BOT_TOKEN", () => {
  const ownToken = "xoxb-own";

  it("is learnt from Slack, and its token is stored nowhere", async () => {
    const sending = world.sending({ ownToken, tokenKeys: [] });
    await sending.own?.keepArriving();
    expect(await sending.installations.botOf("slack/T1")).toMatchObject({ token: ownToken, botUser: "UBOT" });
    expect(JSON.stringify(await world.store.get(slackInstallations, "slack/T1"))).not.toContain("xoxb");
  });

  it("is known after a restart before Slack has answered, and no more when the token is another one", async () => {
    await world.sending({ ownToken }).own?.keepArriving();
    expect(await world.sending({ ownToken }).installations.botOf("slack/T1")).toMatchObject({ token: ownToken });
    expect(await world.sending({ ownToken: "xoxb-other" }).installations.botOf("slack/T1")).toBeUndefined();
    expect(await world.sending().installations.botOf("slack/T1")).toBeUndefined();
  });

  it.each(["invalid_auth", "token_revoked", "account_inactive"])(
    "says what to mend on %s, asks again in minutes, and says it again",
    async (error) => {
      world.slack.fault("auth.test", { kind: "error", error }, { kind: "error", error });
      const { own } = world.sending({ ownToken });
      await own?.keepArriving(() => expect(own.isHere()).toBe(world.logged.at(-1)?.level === "info"));
      const said = { level: "error", text: expect.stringMatching(new RegExp(`${error}.*SLACK_BOT_TOKEN.*300 s`)) };
      expect(world.logged.slice(0, 2)).toEqual([expect.objectContaining(said), expect.objectContaining(said)]);
      expect(world.waited).toEqual([300_000, 300_000]);
      expect(own?.isHere()).toBe(true);
    },
  );

  it("is asked for again, ever more seldom, while Slack is out of order", async () => {
    world.slack.fault("auth.test", ...Array.from({ length: 9 }, () => ({ kind: "status", status: 503 }) as const));
    await world.sending({ ownToken }).own?.keepArriving();
    expect(world.waited.filter((milliseconds) => milliseconds >= 5_000)).toEqual([5_000, 10_000, 20_000]);
    expect(world.logged.at(-1)?.level).toBe("info");
  });

  it("says that a person's token is none of a bot's", async () => {
    world.slack.fault("auth.test", { kind: "answer", body: { ok: true, team: "Firma", team_id: "T1", user_id: "U1" } });
    await world.sending({ ownToken }).own?.keepArriving();
    expect(world.logged[0]?.text).toContain("xoxb-");
  });
});

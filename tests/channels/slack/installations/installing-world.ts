import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSlackSending, type SlackSending } from "../../../../src/channels/slack/sending.ts";
import { createDirectories } from "../../../../src/people/directory.ts";
import type { Store } from "../../../../src/store/store.ts";
import { FakeSlackApi } from "../../../support/fake-slack-api.ts";
import { dropJourneyStore, openJourneyStore } from "../../../support/journey-store.ts";

export const KEY = Buffer.alloc(32, 7);

interface Setting {
  readonly ownToken?: string;
  readonly tokenKeys?: readonly Buffer[];
}

/** Luotsi's Slack half on a store of its own, as it is put together at start. */
export class InstallingWorld {
  now = 1_733_050_900_000;
  readonly waited: number[] = [];
  readonly logged: { readonly level: string; readonly fields: object; readonly text: string }[] = [];
  readonly #folder: string;
  readonly #open: SlackSending[] = [];
  readonly store: Store;
  readonly slack: FakeSlackApi;

  private constructor(store: Store, slack: FakeSlackApi, folder: string) {
    this.store = store;
    this.slack = slack;
    this.#folder = folder;
  }

  static async begin(): Promise<InstallingWorld> {
    const folder = mkdtempSync(join(tmpdir(), "luotsi-slack-"));
    return new InstallingWorld(await openJourneyStore(folder), await FakeSlackApi.start(), folder);
  }

  sending({ ownToken, tokenKeys = [KEY] }: Setting = {}): SlackSending {
    const now = () => this.now;
    const to = (level: string) => (fields: object, text: string) => void this.logged.push({ level, fields, text });
    const sending = createSlackSending({
      store: this.store,
      directories: createDirectories(this.store, now),
      base: this.slack.base,
      ownToken,
      tokenKeys,
      oauth: { clientId: "1.2", clientSecret: "client-secret" },
      processes: () => 1,
      locale: { language: "fi", timeZone: "Europe/Helsinki" },
      drawPicture: () => Promise.reject(new Error("no pictures here")),
      now,
      wait: async (milliseconds) => {
        this.waited.push(milliseconds);
        this.now += milliseconds;
      },
      log: { info: to("info"), warn: to("warn"), error: to("error") },
    });
    this.#open.push(sending);
    return sending;
  }

  async end(): Promise<void> {
    await Promise.all(this.#open.map((sending) => sending.close()));
    await this.slack.close();
    await this.store.close();
    await dropJourneyStore(this.#folder);
  }
}

export const installed = {
  tenant: "T1",
  name: "Firma Oy",
  token: "xoxb-1-secret",
  botUser: "UBOT",
  bot: "B1",
  app: "A1",
  scopes: ["chat:write"],
  installer: "U1",
} as const;

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Channel } from "../../../../src/channels/channel.ts";
import { createSlackApi, type OpenSlackApi } from "../../../../src/channels/slack/send/create-slack-api.ts";
import { unpaced } from "../../../../src/channels/slack/send/pace.ts";
import { createResponseUrls, type ResponseUrls } from "../../../../src/channels/slack/send/response-urls.ts";
import { createSlackChannel } from "../../../../src/channels/slack/send/slack-channel.ts";
import type { Message } from "../../../../src/message/message.ts";
import { arriveInstallation, arrivePerson } from "../../../../src/people/arrive.ts";
import { arriveTeam, joinTeam } from "../../../../src/people/arrive-team.ts";
import { createDirectories, type Directories } from "../../../../src/people/directory.ts";
import type { Store } from "../../../../src/store/store.ts";
import { FakeSlackApi } from "../../../support/fake-slack-api.ts";
import { dropJourneyStore, openJourneyStore } from "../../../support/journey-store.ts";

const FINNISH = { language: "fi", timeZone: "Europe/Helsinki" } as const;
export const INSTALLATION = "slack/T1";
export const TEAM_CHANNEL = "C1";

/** A workspace with a team and two people, a stand-in for Slack, and the channel between. */
export class SlackWorld {
  now = 1_733_050_900_000;
  pictures = 0;
  readonly warnings: string[] = [];
  readonly company: string;
  readonly team: string;
  readonly people: { readonly satu: string; readonly jari: string };
  readonly slack: FakeSlackApi;
  readonly store: Store;
  readonly directories: Directories;
  readonly responseUrls: ResponseUrls;
  readonly api: OpenSlackApi;
  readonly channel: Channel;
  readonly #folder: string;

  private constructor(base: Pick<SlackWorld, "company" | "team" | "people" | "slack" | "store">, folder: string) {
    this.company = base.company;
    this.team = base.team;
    this.people = base.people;
    this.slack = base.slack;
    this.store = base.store;
    this.#folder = folder;
    const now = () => this.now;
    const wait = async (milliseconds: number) => {
      this.now += milliseconds;
    };
    const log = { warn: (_fields: object, text: string) => void this.warnings.push(text) };
    this.directories = createDirectories(base.store, now);
    this.responseUrls = createResponseUrls(now);
    const { store, directories, responseUrls } = this;
    this.api = createSlackApi({
      base: base.slack.base,
      tokenOf: async () => "xoxb-1",
      pacing: unpaced,
      now,
      wait,
      log,
    });
    this.channel = createSlackChannel({
      api: this.api,
      store,
      directories,
      responseUrls,
      drawPicture: async (chart) => {
        this.pictures += 1;
        return Buffer.from(chart.title);
      },
      now,
      wait,
      log,
    });
  }

  static async begin(): Promise<SlackWorld> {
    const folder = mkdtempSync(join(tmpdir(), "luotsi-slack-"));
    const store = await openJourneyStore(folder);
    const ports = { store, directories: createDirectories(store, () => 0) };
    const installation = await arriveInstallation(ports, {
      platform: "slack",
      tenant: "T1",
      name: "Firma",
      ...FINNISH,
    });
    const arrive = async (user: string, name: string) =>
      (await arrivePerson(ports, { installation, user, name, admin: false, ...FINNISH })).person._id;
    const people = { satu: await arrive("U1", "Satu"), jari: await arrive("U2", "Jari") };
    const team = await arriveTeam(ports, { installation, channel: TEAM_CHANNEL, name: "koneet", ...FINNISH });
    await joinTeam(ports, team, [people.satu, people.jari]);
    const slack = await FakeSlackApi.start();
    return new SlackWorld({ company: installation.company, team: team._id, people, slack, store }, folder);
  }

  async end(): Promise<void> {
    await this.api.close();
    await this.slack.close();
    await this.store.close();
    await dropJourneyStore(this.#folder);
  }

  get inChannel() {
    return { kind: "channel", team: this.team } as const;
  }

  toSatu = () => ({ kind: "private", person: this.people.satu }) as const;

  inThread(round: string) {
    return { kind: "thread", team: this.team, round } as const;
  }
}

export function saying(text: string, more: Partial<Message> = {}): Message {
  return { text, language: "fi", blocks: [{ kind: "paragraph", words: text }], ...more };
}

export function showing(title: string): Message {
  const chart = { kind: "levels", title, max: 5, rows: [{ label: "Strategia", value: 2 }], legend: [] } as const;
  return saying(title, { blocks: [{ kind: "picture", chart, alt: `Kuvassa ${title}` }] });
}

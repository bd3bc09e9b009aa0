import { Client } from "@microsoft/teams.api";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type Hurry, PostFailed } from "../../channel.ts";
import { type Failure, postFailed, readFailure } from "../errors.ts";
import type { Lane, Pace } from "./pace.ts";
import type { ToSend, Wire } from "./wire.ts";

/** The SDK's HTTP client with the bot's token. */
export type TeamsHttp = Client["http"];

/** A Microsoft service URL and whose tenant it speaks for. */
export interface Service {
  readonly serviceUrl: string;
  readonly tenant: string;
}

/** A conversation (with ";messageid=…" a thread of a channel) behind the service URL at which it was met. */
export interface Address extends Service {
  readonly conversation: string;
}

const memberSchema = z.looseObject({
  id: z.string().min(1).max(300),
  name: z.string().max(500).nullish(),
  aadObjectId: z.string().max(100).nullish(),
  objectId: z.string().max(100).nullish(),
  userPrincipalName: z.string().max(500).nullish(),
  tenantId: z.string().max(100).nullish(),
  userRole: z.string().max(50).nullish(),
});
export type Member = z.infer<typeof memberSchema>;

const createdSchema = z.looseObject({ id: z.string().min(1).max(500) });
const pageSchema = z.looseObject({ members: z.array(memberSchema), continuationToken: z.string().nullish() });
const teamSchema = z.looseObject({ name: z.string().max(500).nullish() });
const channelsSchema = z.array(z.looseObject({ id: z.string(), name: z.string().max(500).nullish() }));

/** The Bot Connector as Luotsi uses it: paced, repeated where Teams asks for that, every failure a PostFailed. */
export interface Connector {
  /** The id of what was sent. `mayGo` is asked after waiting for the pace, right before it leaves. */
  send(address: Address, activity: ToSend, hurry: Hurry, mayGo?: () => boolean): Promise<string>;
  /** For a storm's message that is not made ready yet: in how many seconds it is to come again; 0: it may be sent. */
  stormWait(address: Address): number;
  update(address: Address, id: string, activity: ToSend): Promise<void>;
  /** The private chat with a user, made where there is none yet. */
  openChat(service: Service, user: string): Promise<string>;
  /** Undefined when the conversation has no such member. */
  member(address: Address, user: string): Promise<Member | undefined>;
  /** Everyone in a chat, or in the team of a channel. */
  members(address: Address): Promise<readonly Member[]>;
  /** The name of a Microsoft team, and of its channels; General has none. */
  teamNames(service: Service, team: string): Promise<TeamNames>;
}

export interface TeamNames {
  readonly name: string | undefined;
  readonly channels: ReadonlyMap<string, string | undefined>;
}

export interface ConnectorParts {
  readonly http: TeamsHttp;
  readonly wire: Wire;
  readonly pace: Pace;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** "412, 502, 504: retry with exponential back-off"; 429 after its Retry-After (Teams, "Status codes from bot conversational APIs"). */
const REPEATED: ReadonlySet<number> = new Set([412, 429, 502, 504]);
const MOST_TRIES = 4;
/** A longer rest is the courier's to wait for: it keeps what is to be sent in the store. */
const LONGEST_REST_SECONDS = 10;
const MOST_PAGES = 20;

export function createConnector({ http, wire, pace, wait, random }: ConnectorParts): Connector {
  const clients = new LRUCache<string, Client>({ max: 100 });
  const clientOf = ({ serviceUrl }: Service): Client => {
    const known = clients.get(serviceUrl) ?? new Client(serviceUrl.replace(/\/+$/, ""), http);
    clients.set(serviceUrl, known);
    return known;
  };

  async function repeated<T>(
    lane: Lane,
    hurry: Hurry,
    request: () => Promise<T>,
    mayGo: () => boolean = () => true,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      const turn = await pace.take(lane, hurry);
      if (turn.kind === "later")
        throw new PostFailed("Teams' limits leave no room yet", { retryAfterSeconds: turn.seconds, waiting: true });
      if (!mayGo())
        throw new PostFailed("Another process may send this by now", { retryAfterSeconds: 1, waiting: true });
      try {
        return await request();
      } catch (error) {
        const failure = readFailure(error);
        const rest = restOf(failure, tries);
        if (failure.status === 429) pace.hold(lane, rest);
        if (tries === MOST_TRIES || !isRepeated(failure) || rest > LONGEST_REST_SECONDS * 1_000)
          throw postFailed(failure);
        await wait(rest);
      }
    }
  }

  /** 0.5 s, 1 s, 2 s and up to half of it more; never before a Retry-After has passed. */
  function restOf({ retryAfterSeconds }: Failure, tries: number): number {
    const backOff = 250 * 2 ** tries * (1 + random() / 2);
    return retryAfterSeconds === undefined ? backOff : retryAfterSeconds * 1_000 + 100 + random() * 400;
  }

  const writing = ({ tenant, conversation }: Address): Lane => ({ tenant, conversation: withoutThread(conversation) });
  const reading = ({ tenant }: Service): Lane => ({ tenant });

  return {
    send: (address, activity, hurry, mayGo) => {
      const send = async () => {
        const sent = await wire.send("POST", activities(address), activity);
        return createdSchema.parse(sent).id;
      };
      return repeated(writing(address), hurry, send, mayGo);
    },
    stormWait: (address) => {
      const turn = pace.foresee(writing(address));
      return turn.kind === "later" ? turn.seconds : 0;
    },
    update: (address, id, activity) =>
      repeated(writing(address), "reply", async () => {
        await wire.send("PUT", `${activities(address)}/${id}`, activity);
      }),
    openChat: (service, user) =>
      repeated(reading(service), "reply", async () => {
        const members = [{ id: user, role: "user" as const }];
        const made = await clientOf(service).conversations.create({ members, tenantId: service.tenant });
        return createdSchema.parse(made).id;
      }),
    member: async (address, user) => {
      const found = await repeated(reading(address), "reply", async () => {
        try {
          return await clientOf(address).conversations.getMemberById(withoutThread(address.conversation), user);
        } catch (error) {
          if (readFailure(error).status === 404) return undefined;
          throw error;
        }
      });
      return found === undefined ? undefined : memberSchema.parse(found);
    },
    members: async (address) => {
      const conversation = withoutThread(address.conversation);
      const all: Member[] = [];
      let continuation: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const read = await repeated(reading(address), "reply", () =>
          clientOf(address).conversations.getPagedMembers(conversation, 500, continuation),
        );
        const { members, continuationToken } = pageSchema.parse(read);
        all.push(...members);
        if (!continuationToken) break;
        continuation = continuationToken;
      }
      return all;
    },
    teamNames: async (service, team) => {
      const api = clientOf(service).teams;
      const [details, channels] = await Promise.all([
        repeated(reading(service), "reply", () => api.getById(team)),
        repeated(reading(service), "reply", () => api.getConversations(team)),
      ]);
      return {
        name: teamSchema.parse(details).name ?? undefined,
        channels: new Map(channelsSchema.parse(channels).map(({ id, name }) => [id, name ?? undefined])),
      };
    },
  };
}

/** Where a conversation's messages are (Bot Connector REST reference). */
function activities({ serviceUrl, conversation }: Address): string {
  return `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/${conversation}/activities`;
}

function isRepeated({ status }: Failure): boolean {
  return status !== undefined && REPEATED.has(status);
}

export function withoutThread(conversation: string): string {
  return conversation.split(";messageid=")[0] ?? conversation;
}

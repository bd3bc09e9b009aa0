/** Whose app an event came to, and who is meant by it: all in Slack's own ids. */
interface ToldBase {
  /** The same at every redelivery. */
  readonly eventId: string;
  /** The installation's tenant: the workspace, or the organisation of an organisation-wide installation. */
  readonly tenant: string;
  /** Milliseconds since 1970, by Slack's clock. */
  readonly at: number;
}

/** Someone did something somewhere. `thread` is the root of the thread in which it happened. */
interface DeedBase extends ToldBase {
  readonly user: string;
  readonly channel: string;
  readonly thread?: string;
}

/** A dialog's or message's place and opener as they travel through Slack; read anew from `private_metadata`. */
export interface ViewStanding {
  readonly id: string;
  /** Changes with every update of the view. */
  readonly hash: string;
  readonly metadata: string;
  /** Slack's `state.values`, unread. */
  readonly state: unknown;
  /** As drawn, unread: block ids lead back to fields. */
  readonly blocks: unknown;
  /** The view that lies below it. */
  readonly previous?: string;
}

/** A file as an event tells of it; `url` is missing where Slack wants to be asked for it. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly size?: number | undefined;
  readonly url?: string | undefined;
}

/** What Slack told, without what Luotsi has no use for. Text is still in Slack's own markup, ids are Slack's. */
export type Told =
  | (DeedBase & {
      readonly kind: "said";
      readonly ts: string;
      readonly text: string;
      readonly addressed: boolean;
      readonly app: string | undefined;
      /** The bot's own user, whose mention is taken out of the text. */
      readonly bot: string | undefined;
      readonly files?: readonly SlackFile[];
    })
  | (DeedBase & {
      readonly kind: "edited";
      readonly ts: string;
      readonly text: string;
      readonly bot: string | undefined;
    })
  | (DeedBase & { readonly kind: "deleted"; readonly ts: string })
  | (DeedBase & { readonly kind: "sent-file"; readonly addressed: boolean; readonly files: readonly SlackFile[] })
  | (DeedBase & {
      readonly kind: "commanded";
      readonly text: string;
      readonly trigger: string;
      readonly app: string | undefined;
    })
  | (DeedBase & {
      readonly kind: "tapped";
      readonly ts: string;
      readonly action: unknown;
      readonly state: unknown;
      readonly blocks: unknown;
      readonly trigger: string;
      /** Luotsi's app id. */
      readonly app: string | undefined;
      readonly responseUrl: string | undefined;
      /** In a message that nobody else sees. */
      readonly ephemeral?: true;
    })
  | (ToldBase & {
      readonly kind: "tapped-in-view";
      readonly user: string;
      readonly home: boolean;
      readonly view: ViewStanding;
      readonly action: unknown;
      readonly trigger: string;
      readonly app: string | undefined;
    })
  | (ToldBase & { readonly kind: "submitted"; readonly user: string; readonly view: ViewStanding })
  | (DeedBase & {
      readonly kind: "noted";
      readonly ts: string;
      readonly text: string;
      readonly trigger: string;
    })
  | (ToldBase & { readonly kind: "opened"; readonly user: string; readonly home: boolean })
  /** `inviter` is missing for those who came by themselves. `bot`: it is Luotsi that came. */
  | (DeedBase & { readonly kind: "came"; readonly inviter: string | undefined; readonly bot: boolean })
  | (DeedBase & { readonly kind: "left"; readonly bot: boolean })
  | (ToldBase & { readonly kind: "renamed"; readonly channel: string; readonly name: string })
  | (ToldBase & { readonly kind: "profile"; readonly user: unknown })
  /** Luotsi was taken off the workspace, or its token was. */
  | (ToldBase & { readonly kind: "removed" });
export type ToldOf<K extends Told["kind"]> = Extract<Told, { kind: K }>;

/** Slack's timestamp "1733050800.000100" (or seconds) as milliseconds since 1970. */
export function millisecondsOf(ts: string | number): number {
  return Math.round(Number(ts) * 1000);
}

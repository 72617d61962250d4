/** A text message that the fake took. */
export interface FakeMessage {
  sid: string;
  to: string;
  from: string;
  body: string;
  status: 'queued' | 'sent' | 'delivered' | 'undelivered';
  errorCode?: number;
  createdAt: Date;
  statusCallback?: string;
}

/** A call that the fake placed. */
export interface FakeCall {
  sid: string;
  to: string;
  from: string;
  status: 'queued' | 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'no-answer';
  /** The document it played, its own or fetched. */
  twiml: string;
  /** What the person heard, one entry for each `Say`. */
  heard: string[];
  createdAt: Date;
  url?: string;
  statusCallback?: string;
  events: string[];
}

/** A recording that the fake keeps. */
export interface FakeRecording {
  sid: string;
  callSid: string;
  seconds: number;
  media: Buffer;
  createdAt: Date;
}

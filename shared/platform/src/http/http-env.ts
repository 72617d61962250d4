/** What the middleware of a door leaves for its handlers. */
export interface HttpEnv {
  Variables: {
    /** Told to a person who calls about an error, and written in every log line of the request. */
    requestId: string;
  };
}

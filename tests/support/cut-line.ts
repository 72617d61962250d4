import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between a browser and a desk that a test cuts and mends. */
export interface Line {
  port: number;
  /** Breaks every connection, and each one that is tried, until it is mended. */
  cut(): void;
  /** Lets the next request whose first lines are such through to the desk, and cuts when its answer comes: nothing of it arrives. */
  cutAtAnswerTo(isSuch: (head: string) => boolean): void;
  /** Lets the next request whose first lines are such through to the desk, and holds its answer back until the line is mended. */
  holdAnswerTo(isSuch: (head: string) => boolean): void;
  /** Stays up and silent: what is sent goes nowhere, until it is mended. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Opens a line to a port of this machine. */
export async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let isSilent = false;
  let awaited: { isSuch: (head: string) => boolean; what: 'cut' | 'hold' } | undefined;
  /** Answers that are held back. */
  const held: (() => void)[] = [];
  const watch = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, 'localhost');
    let waitsFor: 'cut' | 'hold' | undefined;
    watch(near);
    watch(far);
    near.on('data', (bytes) => {
      if (isSilent) return;
      if (awaited?.isSuch(bytes.toString('latin1'))) {
        waitsFor = awaited.what;
        awaited = undefined;
      }
      far.write(bytes);
    });
    const deliver = (bytes: Buffer) => {
      waitsFor = undefined;
      near.write(bytes);
    };
    far.on('data', (bytes) => {
      if (waitsFor === 'cut') cut();
      else if (waitsFor === 'hold') held.push(() => deliver(bytes));
      else near.write(bytes);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    cutAtAnswerTo: (isSuch) => (awaited = { isSuch, what: 'cut' }),
    holdAnswerTo: (isSuch) => (awaited = { isSuch, what: 'hold' }),
    silence: () => (isSilent = true),
    mend: () => {
      // What was sent into silence never comes to be answered.
      if (isSilent) for (const socket of sockets) socket.destroy();
      isCut = false;
      isSilent = false;
      for (const send of held.splice(0)) send();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

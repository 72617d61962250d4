import { ConfigError } from '@guichet/platform';
import { portIsFree } from '../free-port.ts';

/**
 * Refuses a start whose doors could not open.
 *
 * Errors: ConfigError naming the setting and the port in use.
 */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const entries = Object.entries(ports);
  for (const [index, [name, port]] of entries.entries()) {
    const isTwin = entries.some(([, other], at) => at < index && other === port);
    if (!isTwin && (await portIsFree(port)) && (await portIsFree(port, '0.0.0.0'))) continue;
    throw new ConfigError({
      fr: `Le port ${port} est déjà pris : libérez-le ou donnez-en un autre (${name}=…).`,
      en: `Port ${port} is already in use: free it or give another one (${name}=…).`,
    });
  }
}

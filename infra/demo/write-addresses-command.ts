import { writeFileSync } from 'node:fs';
import { demoAddresses, demoAddressFile } from './demo-addresses.ts';

/** Writes addresses.csv anew, after a change to the streets of the demo town. */
writeFileSync(demoAddressFile, demoAddresses());

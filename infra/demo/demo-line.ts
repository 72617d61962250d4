/** The demo town answers at all hours, so that whoever tries it sees a call reach the desk; the number is nobody's. */
export const demoLine = { PHONE_HOURS: '1-7 00:00-23:59', PHONE_TRANSFER_TO: '+14185550190' };

/** The provider records in this form unless asked otherwise; what was fetched says for sure. */
export const recordingType = 'audio/wav';

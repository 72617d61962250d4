import type { Option } from '@guichet/catalogue';
import { sayTime } from '../words/say-time.ts';

/** Makes a time of day kept as `HH:MM` a choice, with the ways it is said and that a recogniser writes it. */
export function timeOption(time: string): Option {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = time.slice(3);
  const twelve = ((hour + 11) % 12) + 1;
  const half = hour < 12 ? ['a.m.', 'am'] : ['p.m.', 'pm'];
  const whole = minute === 0;
  return {
    key: time,
    label: { fr: sayTime(time, 'fr'), en: sayTime(time, 'en') },
    spoken: {
      fr: [
        `${hour}h${minutes}`,
        `${hour} h ${minutes}`,
        `${hour} heures ${minutes}`,
        `${hour}:${minutes}`,
        ...(whole ? [`${hour}h`, `${hour} h`, `${hour} heures`] : []),
        ...(minute === 30 ? [`${hour} heures et demie`, `${hour}h et demie`] : []),
      ],
      en: [
        ...(hour >= 13 ? [`${hour}:${minutes}`] : []),
        ...half.flatMap((word) => [`${twelve}:${minutes} ${word}`, ...(whole ? [`${twelve} ${word}`] : [])]),
      ],
    },
  };
}

// The verbs of appointments.
export { timeAt } from './appointment-words.ts';
export {
  type BookAppointment,
  bookAppointment,
  type Booked,
  cancelAppointment,
  cancelOfClosed,
  moveAppointment,
} from './book-appointment.ts';
export type { BookedRow } from './booked-of.ts';
export { dayAfter, isDay } from './day-bounds.ts';
export { type FeedEntry, makeFeed, readFeed } from './feed.ts';
export { type FreeDay, type FreeSlot, type ListFreeSlots, listFreeSlots } from './free-slots.ts';
export { type DayBooking, listDay, type PlaceDay } from './list-day.ts';
export { endPastAppointments, markArrived, markMissed } from './meet-person.ts';
export { type CaseAppointment, readAppointment } from './read-appointment.ts';
export { type CloseDay, closeDay, endHours, listHours, type SetHours, setHours } from './set-hours.ts';
export type { HoursRow } from './slots-of-day.ts';
export { remindAppointments, tellAppointment } from './tell-appointment.ts';

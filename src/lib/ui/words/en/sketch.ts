import type { SketchWords } from '../vi/sketch.ts';

const sides = { left: 'On the left', end: 'On the lane', right: 'On the right' } as const;

export const sketch: SketchWords = {
	open: 'Drawing of the lane',
	title: (lane) => (lane ? `Drawing of ${lane}` : 'Drawing of the houses'),
	lead: 'A rough drawing, so that the next one finds it. Touch the square of the house, or use the buttons. No location is read.',
	first: 'Beginning of the lane',
	last: 'End of the lane',
	sides,
	place: (side, row, deep) =>
		`${side}, square ${row} from the beginning${deep ? `, ${deep} squares off the lane` : ''}`,
	here: (door, place) => `House ${door}: ${place}`,
	onDoor: (place) => `On the lane’s drawing: ${place}`,
	picture: (count) => `Drawing of the lane, ${count} other houses on it`,
	pictureOfAll: (count) => `Drawing of the lane, ${count} houses on it`,
	others: (place, doors) => `${place}: house ${doors}`,
	othersTitle: 'Other houses on the drawing',
	moves: { on: 'Further in', left: 'To the left', right: 'To the right', back: 'Towards the beginning' },
	save: 'Save this place',
	saving: 'Saving…',
	remove: 'Take it off the drawing'
};

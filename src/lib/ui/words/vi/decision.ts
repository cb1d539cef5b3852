// What the ward decided about a record, as the volunteer at the door reads it.

export const decision = {
	title: 'Phường đã chọn',
	looked: 'Phường đã xem',
	line: (field: string, value: string) => `${field}: ${value}`,
	left: (values: string) => `Không chọn: ${values}`,
	empty: 'để trống',
	number: 'đã đối chiếu và chọn',
	restored: 'Phường giữ lại mục này, không xóa.',
	removed: 'Phường đã xóa mục này.',
	replayed: 'Phường đã nhận bản ghi trước đây giữ lại. Không cần ghi lại.',
	corrected: 'Phường đã sửa rồi nhận bản ghi trước đây giữ lại. Không cần ghi lại.',
	dismissed: 'Phường đã xem và không dùng một bản ghi.',
	note: (note: string) => `Phường nhắn: ${note}`,
	by: (name: string, when: string) => `${name}, ${when}`
};

export type DecisionWords = typeof decision;

// A boarding house's list: everybody who lives there on one page. Neutral words: what is to be done, nothing about fines
// (scenario S13).

import type { Stay } from '../../field/tenants/row.ts';

const stays: Record<Stay, string> = {
	registered: 'Đã đăng ký',
	missing: 'Chưa đăng ký',
	unclear: 'Không rõ'
};

export const tenants = {
	title: 'Danh sách người ở',
	lead: 'Mỗi người một dòng. Hỏi đồng ý từng người; ai không đồng ý thì chỉ đếm ở cuối trang.',
	/** What a row is called before it has a name. */
	nobody: 'Chưa ghi tên',
	row: (number: string) => `Người thứ ${number}`,
	change: (name: string) => `Sửa dòng ${name}`,
	remove: 'Bỏ dòng này',
	removeOf: (name: string) => `Bỏ dòng ${name}`,
	agreed: 'đã đồng ý',
	notAgreed: 'chưa hỏi đồng ý',
	lacks: 'còn thiếu',
	consent: 'Người này đồng ý cho ghi',
	stay: 'Tạm trú ở đây',
	stays,
	next: 'Thêm người',
	fold: 'Xong dòng này',
	full: 'Một nhà ghi được nhiều nhất 60 người.',
	twin: (name: string, year: string) => `Đã có ${name}, sinh ${year}. Có phải người này không?`,
	twinOther: 'Người khác, vẫn ghi',
	refused: 'Số người không đồng ý ghi tên',
	save: (count: string) => `Lưu ${count} người`,
	saving: (done: string, all: string) => `Đang lưu ${done}/${all}…`,
	fix: (count: string) => `${count} dòng còn thiếu. Chưa lưu dòng nào.`,
	saved: (count: string) => `Đã lưu trên máy ${count} người`,
	counted: (count: string) => `Đếm ${count} người không ghi tên.`,
	after: 'Chỉ cho người chưa đăng ký và chủ nhà:',
	residence: 'Hướng dẫn đăng ký tạm trú',
	guests: 'Hướng dẫn thông báo lưu trú',
	back: 'Về nhà này'
};

export type TenantsWords = typeof tenants;

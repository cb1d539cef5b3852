// People: fields, presence, card. Labels of terms.md section 2 ("Person fields", "Card state").

import type { ExpiryAdvice } from '../../../domain/card-advice.ts';
import type { CardState, Presence, Relation, Sex } from '../../../domain/person.ts';

const sexes: Record<Sex, string> = { male: 'Nam', female: 'Nữ' };

const presences: Record<Presence, string> = {
	home: 'Đang ở nhà',
	away: 'Đi vắng',
	unclear: 'Không rõ',
	deceased: 'Đã mất',
	newcomer: 'Mới đến'
};

const cards: Record<CardState, string> = {
	valid: 'Có thẻ còn hạn',
	expiring: 'Thẻ sắp hết hạn',
	expired: 'Hết hạn',
	lost: 'Mất thẻ',
	none: 'Chưa có thẻ',
	oldIdOnly: 'Chỉ có CMND',
	unclear: 'Không rõ'
};

const relations: Record<Relation, string> = {
	head: 'Chủ hộ',
	spouse: 'Vợ, chồng',
	child: 'Con',
	parent: 'Cha, mẹ',
	sibling: 'Anh, chị, em',
	grandparent: 'Ông, bà',
	grandchild: 'Cháu',
	relative: 'Họ hàng',
	tenant: 'Người thuê',
	other: 'Khác'
};

/** A calculation: the date printed on the card rules (card-advice.ts). */
function advice(state: ExpiryAdvice['state'], day: string | null, isApproximate: boolean): string {
	const about = isApproximate ? 'khoảng ' : '';
	if (state === 'expired') return `Thẻ đã hết hạn ${about}${day}. Ngày in trên thẻ là chính.`;
	if (state === 'soon') return `Thẻ hết hạn ${about}${day}, nên đổi sớm. Ngày in trên thẻ là chính.`;
	if (state === 'valid') return `Thẻ còn hạn đến ${about}${day}. Ngày in trên thẻ là chính.`;
	return state === 'unlimited' ? 'Thẻ không có thời hạn.' : '';
}

export const person = {
	sexes,
	presences,
	cards,
	relations,
	advice,
	oldId: 'CMND không còn giá trị từ 01/01/2025. Cần làm thẻ căn cước tại Công an xã/phường.',
	addTitle: 'Thêm người',
	amendTitle: 'Sửa thông tin',
	name: 'Họ và tên',
	nameHint: 'Không có giấy tờ thì ghi tên thường gọi.',
	birth: 'Năm sinh hoặc ngày sinh',
	birthHint: 'Ví dụ 1985 hoặc 14/05/1985. Chỉ biết áng chừng thì ghi năm.',
	swapped: 'Ngày và tháng có thể bị đổi chỗ. Ghi ngày trước, tháng sau.',
	swappedTake: (birth: string) => `Đổi thành ${birth}`,
	sex: 'Giới tính',
	presence: 'Có ở nhà không?',
	relation: 'Quan hệ với chủ hộ',
	card: 'Thẻ căn cước',
	phone: 'Số điện thoại',
	phoneConsent: 'Đồng ý ghi số điện thoại',
	phoneConsentHint: 'Chính người đó đồng ý. Không lấy số từ người nhà.',
	recordConsent: 'Người dân đồng ý cho ghi thông tin?',
	recordConsentHint: 'Chỉ ghi khi người dân đồng ý.',
	number: (masked: string) => `Số định danh ${masked}`,
	noNumber: 'Chưa có số định danh',
	numberTaken: (masked: string) => `Đã lấy số từ thẻ: ${masked}. Sau khi lưu chỉ hiện bốn số cuối.`,
	dropNumber: 'Bỏ số này',
	scan: 'Quét mã QR trên thẻ',
	rescan: 'Quét lại thẻ',
	more: 'Thêm: quan hệ, thẻ',
	save: 'Lưu người này',
	saving: 'Đang lưu…',
	restored: 'Lấy lại phần đang nhập dở.',
	startOver: 'Bỏ, nhập lại từ đầu',
	twinTitle: 'Có thể đã có trong sổ',
	twin: (name: string, birth: string, door: string) => `${name} · ${birth} · nhà ${door}`,
	twinText: 'Trùng tên và năm sinh, hoặc trùng số. Hai hồ sơ không bao giờ tự gộp.',
	twinOpen: 'Mở người đã có',
	twinAdd: 'Người khác, vẫn thêm',
	sharedPhone: (names: string) => `Hai người dùng chung một số: ${names}.`,
	saved: 'Đã lưu trên máy',
	born: (birth: string) => `sinh ${birth}`,
	missing: 'Không tìm thấy người này trên máy.',
	/** Feature F078. */
	helper: {
		line: (name: string) => `Người nhà giúp trên điện thoại: ${name}`,
		title: 'Ai trong nhà giúp làm trên điện thoại?',
		lead: 'Chỉ ghi là ai, không ghi số điện thoại hay điều gì khác. Chỉ chọn được người từ đủ 14 tuổi đã đồng ý cho ghi thông tin.',
		nobody: 'Không ghi ai',
		option: (name: string, year: string) => `${name}, sinh ${year}`,
		canDo: 'đã tự đăng nhập được',
		asked: (helper: string, name: string) => `Đã hỏi: ${helper} đồng ý giúp và ${name} đồng ý để ${helper} giúp`,
		needsAsked: 'Hỏi cả hai người rồi đánh dấu; không thì chọn “Không ghi ai”.'
	},
	warned: 'Xem lại với thẻ. Đúng như thẻ thì vẫn lưu được.'
};

export type PersonWords = typeof person;

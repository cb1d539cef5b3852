// Why it is not done yet: names and help actions of digest f, every row. Actions say what the digest says and no more;
// what it marks as unconfirmed stands apart in `toConfirm`.

import type { BarrierCode } from '../../../domain/catalogue/barriers.ts';
import { guide } from './guide.ts';

export interface BarrierHelp {
	readonly action: string;
	/** Said with "cần phường xác nhận". */
	readonly toConfirm?: string;
}

const help: Record<BarrierCode, BarrierHelp> = {
	'B1.1': {
		action:
			'Để lại tờ rơi. Làm mức 2 tại Công an xã/phường nơi đang ở. Hẹn lại dịp Tết, ngày lễ. Số điện thoại chỉ ghi khi chính người đó đồng ý.'
	},
	'B1.2': { action: 'Báo dữ liệu cho Công an: không cư trú ở đây hoặc không rõ nơi ở.' },
	'B1.3': { action: 'Hẹn lại buổi tối hoặc cuối tuần.' },
	'B2.1': {
		action: 'Nhờ người nhà giúp, dùng số riêng của người này. Mời ra quầy của phường. Khám BHYT bằng thẻ.',
		toConfirm: 'Kích hoạt trên web bằng máy tính.'
	},
	'B2.2': { action: 'Cập nhật máy. Mượn máy người nhà chỉ để đọc NFC, xong phải “Hủy liên kết”.' },
	'B2.3': { action: 'Lau ống kính, thêm ánh sáng, đổi góc quét. Không được thì nhập tay.' },
	'B2.4': { action: 'Bấm “Không quét được QRCode” để nhập tay, hoặc đọc chip NFC. Hỏi Công an về đổi thẻ.' },
	'B2.5': { action: 'Làm mức 2 tại Công an. Hoặc mượn máy có NFC, xong phải “Hủy liên kết”.' },
	'B2.6': { action: 'Phát mạng từ máy của mình, dùng Wi-Fi nhà văn hóa, hoặc làm sau.' },
	'B2.7': { action: 'Dọn chỗ trống khi chủ máy đồng ý.' },
	'B2.8': { action: 'Dùng máy riêng, hoặc người kia tự đăng xuất khỏi máy này.' },
	'B3.1': { action: 'Mang thẻ ra cửa hàng nhà mạng làm SIM của chính mình.' },
	'B3.2': { action: 'Đăng ký lại SIM chính chủ tại cửa hàng hoặc ứng dụng nhà mạng.' },
	'B3.3': { action: 'Còn đăng nhập được thì đổi số trong VNeID. Không thì hỏi Công an xã/phường hoặc tổng đài.' },
	'B3.4': { action: 'Gỡ số khỏi tài khoản kia, hoặc dùng số khác.' },
	'B3.5': { action: 'Xác thực SIM qua ứng dụng nhà mạng, VNeID hoặc tại cửa hàng.' },
	'B4.1': { action: 'Tìm tin nhắn phê duyệt và kích hoạt ngay.' },
	'B4.2': { action: 'Chờ. Xem “Kiểm tra tình trạng xử lý hồ sơ”. Hẹn ngày đến lại. Quá hạn thì chuyển Công an.' },
	'B4.3': { action: 'Hỏi tổng đài hoặc Công an xã/phường.' },
	'B4.5': { action: 'Bấm “Quên mật khẩu” và làm theo hướng dẫn.' },
	'B4.6': { action: 'Bấm “Quên passcode” và làm theo hướng dẫn.' },
	'B4.7': { action: 'Chuyển sang máy mới bằng cách đọc chip thẻ (NFC).' },
	'B4.8': { action: 'Hỏi tổng đài hoặc Công an xã/phường.' },
	'B5.1': { action: 'Làm thẻ và mức 2 cùng một lần tại Công an xã/phường.' },
	'B5.2': { action: 'Báo thông tin sai lệch để Công an xem, rồi đến Tư pháp nếu cần. Không hứa trước kết quả.' },
	'B5.3': { action: 'Báo Tư pháp và Công an: không có giấy tờ. Không hứa trước về chế độ.' },
	'B5.4': { action: 'Cha mẹ hoặc người giám hộ cần có mức 2 trước.' },
	'B5.5': { action: 'Hỏi Phòng Quản lý xuất nhập cảnh của tỉnh.' },
	'B6.1': { action: 'Hướng dẫn từng bước, người dân cầm máy. Nhờ một người trong nhà kèm.' },
	'B6.2': { action: 'Nói ngắn gọn, đưa tờ rơi, mời vào nhóm Zalo của khu phố.' },
	'B6.3': { action: 'Cho xem thẻ tình nguyện viên, nhờ cảnh sát khu vực xác minh, mời ra quầy của phường.' },
	'B6.4': { action: 'Tôn trọng. Chỉ ghi mã lý do. Không đến lần thứ ba.' },
	'B6.5': { action: 'Đề nghị Công an làm tại nhà hoặc lưu động.' },
	'B6.6': { action: 'Dùng hướng dẫn bằng lời. Nhờ người nhà hoặc người biết tiếng giúp.' }
};

/** The six families of codes, in our own plain words: the digest gives them numbers only. */
const families: Record<'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B6', string> = {
	B1: 'Người vắng mặt',
	B2: 'Điện thoại, mạng',
	B3: 'Số điện thoại, SIM',
	B4: 'Tin nhắn, tài khoản',
	B5: 'Thẻ, giấy tờ',
	B6: 'Ý muốn, sức khỏe, thao tác'
};

export const barrier = {
	names: guide.barrierNames,
	receivers: guide.receiverNames,
	help,
	families,
	title: 'Vì sao chưa xong?',
	hint: 'Chọn lý do chính trước, thêm nhiều nhất hai lý do nữa.',
	likely: 'Có thể là',
	others: 'Lý do khác',
	primary: 'Lý do chính',
	secondary: 'Lý do thêm',
	chosen: (count: number) => `Đã chọn ${count} trên 3`,
	full: 'Đã đủ ba lý do. Bỏ một lý do để chọn lý do khác.',
	remove: (name: string) => `Bỏ: ${name}`,
	helpTitle: 'Cách giúp',
	toConfirm: 'Cần phường xác nhận',
	homeHelp: 'Cần hỗ trợ tại nhà',
	homeHelpHint: 'Chỉ ghi có hay không, không ghi bệnh.',
	none: 'Chưa rõ lý do',
	open: 'Vướng mắc'
};

export type BarrierWords = typeof barrier;
